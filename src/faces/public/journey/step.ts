import type { FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import type { Trip } from "./trip.ts";

export interface JourneyPlace {
  readonly service: string;
  readonly screen: string;
  readonly section?: string;
}

export type JourneyRequest = FastifyRequest<{ Params: JourneyPlace }>;

/** What a page of a journey does, once its trip is found. */
export type Step = (context: Context, trip: Trip, reply: FastifyReply, request: JourneyRequest) => Promise<unknown>;

/** Makes a route's handler of a step. */
export type JourneyStep = (run: Step) => (request: JourneyRequest, reply: FastifyReply) => Promise<unknown>;
