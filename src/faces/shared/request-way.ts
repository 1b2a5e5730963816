import type { Fields, Problem } from "../../answers/answer-type.ts";
import type { Case } from "../../cases/case.ts";
import type { Asking } from "../../cases/case-store.ts";
import type { Request } from "../../cases/requests/request-event.ts";
import type { Html, Slot } from "../../components/html.ts";
import type { PublishedService } from "../../definition/service.ts";
import type { FormBody } from "./form-body.ts";
import type { FormPlan } from "./request-plan.ts";
import type { Visit } from "./visit.ts";

/** One way to the form of a request: an emailed link, the person's case page, or the desk. */
export interface RequestDoor {
  readonly visit: Visit;
  readonly item: Case;
  /** In the language of the page. */
  readonly service: PublishedService;
  /** From 1 within its case. */
  readonly number: number;
  readonly request: Request;
  readonly plan: FormPlan;
  /** The address that the form posts to. */
  readonly action: string;
  /** Where one goes who has answered. */
  readonly done: string;
  /** A new key for the form; and whether a posted one is ours. */
  newKey(): string;
  isOurs(body: FormBody): boolean;
  page(shown: { readonly title: string; readonly error: boolean; readonly main: Html }): string;
  /** Inputs of this way alone, what is wrong with them, and their fields. */
  extra(fields: Fields, problems: readonly Problem[]): Slot;
  wrong(fields: Fields): readonly Problem[];
  kept(fields: Fields): Fields;
  /** Who answers, and by which channel. */
  by(fields: Fields): Pick<Asking, "channel" | "officer" | "roles">;
}
