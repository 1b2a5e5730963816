import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { AreaQuery } from "../../../cases/area-cases.ts";
import { caseOfArea, casesOfArea, figuresOfArea } from "../../../cases/area-cases.ts";
import { readReference } from "../../../cases/reference.ts";
import type { Context } from "../../../context.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { areaPage } from "./area-page.ts";
import { raiseEnquiry } from "./enquiry.ts";
import { enquiryPage, LONGEST_ENQUIRY, raisedPage } from "./enquiry-page.ts";

function queryOf({ officer, visit: { council, now } }: Desk): AreaQuery {
  const hiddenTeams = [...council.teams.values()].flatMap(({ id, sensitive }) => (sensitive === true ? [id] : []));
  return { areas: officer.areas ?? [], hiddenTeams, hiddenServices: council.sensitive ?? [], now };
}

/** What goes on in the councillor's areas: the session, the cases and the figures; three statements. */
async function showArea(context: Context, desk: Desk): Promise<string> {
  const { id } = desk.visit.council;
  const query = queryOf(desk);
  const [found, figures] = await Promise.all([casesOfArea(context.database, id, query), figuresOfArea(context.database, id, query)]);
  const cases = await Promise.all(
    found.map(async (item) => ({ item, service: await context.councils.version(id, item.service, item.version) })),
  );
  return areaPage(context, desk, { cases, figures });
}

const NOT_THERE: Problem = {
  field: "about",
  code: "answer-unknown",
  message: "Enter the reference of a case of your area, or leave it empty",
};

async function raise(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const key = checkDeskKey(desk, "enquiry", body);
  const typed = field(body, "about").trim();
  const reference = typed === "" ? undefined : (readReference(typed) ?? null);
  const about = reference ? await caseOfArea(context.database, desk.visit.council.id, queryOf(desk), reference) : undefined;
  const enquiry = field(body, "enquiry").trim();
  const problems = [...(typed !== "" && about === undefined ? [NOT_THERE] : []), ...enquiryProblems(enquiry)];
  if (problems.length > 0) return reply.code(422).send(enquiryPage(context, desk, body, problems));
  const made = await raiseEnquiry(context, desk, { about: about?.reference, enquiry }, key);
  if (made === undefined) throw refusal("service-broken");
  return raisedPage(context, desk, made);
}

function enquiryProblems(enquiry: string): readonly Problem[] {
  if (enquiry === "") return [{ field: "enquiry", code: "answer-missing", message: "Enter what you want to know" }];
  if (enquiry.length <= LONGEST_ENQUIRY) return [];
  return [{ field: "enquiry", code: "text-too-long", message: `What you want to know must be ${LONGEST_ENQUIRY} characters or fewer` }];
}

/** A councillor's areas, and the enquiries that they raise. */
export function areaRoutes(app: FastifyInstance, context: Context): void {
  const needs = "cases.public-facts";
  app.get(
    "/area",
    forOfficers(context, needs, (desk) => showArea(context, desk)),
  );
  app.get(
    "/area/enquiry",
    forOfficers(context, needs, async (desk, { query }) => {
      const about = oneText(query, "case").slice(0, 20);
      return enquiryPage(context, desk, { ...EMPTY_FORM, fields: new Map([["about", [about]]]) }, []);
    }),
  );
  app.post(
    "/area/enquiry",
    forOfficers(context, needs, (desk, request, reply) => raise(context, desk, request, reply)),
  );
}
