import { ABOUT_CHECKS } from "./about-checks.ts";
import { CASE_CHECKS } from "./case-checks.ts";
import type { Check } from "./check.ts";
import { CONFIRM_CHECKS } from "./confirm-checks.ts";
import { FACT_CHECKS } from "./fact-checks.ts";
import { FEE_CHECKS } from "./fee-checks.ts";
import { FILE_CHECKS } from "./file-checks.ts";
import { FILLED_CHECKS } from "./filled-checks.ts";
import { FLOW_CHECKS } from "./flow-checks.ts";
import { GUARD_CHECKS } from "./guard-checks.ts";
import { LIMIT_CHECKS } from "./limit-checks.ts";
import { MESSAGE_CHECKS } from "./message-checks.ts";
import { OPTION_CHECKS } from "./option-checks.ts";
import { OUTCOME_CHECKS } from "./outcome-checks.ts";
import { OVERLAY_CHECKS } from "./overlay-checks.ts";
import { PERSON_CHECKS } from "./person-checks.ts";
import { PROMISE_CHECKS } from "./promise-checks.ts";
import { QUESTION_CHECKS } from "./question-checks.ts";
import { READING_CHECKS } from "./reading-checks.ts";
import { REGISTER_CHECKS } from "./register-checks.ts";
import { REQUEST_CHECKS } from "./request-checks.ts";
import { RULE_CHECKS } from "./rule-checks.ts";
import { SENSITIVE_CHECKS } from "./sensitive-checks.ts";
import { SECTION_CHECKS } from "./section-checks.ts";
import { TABLE_CHECKS } from "./table-checks.ts";
import { TRANSLATION_CHECKS } from "./translation-checks.ts";
import { WORDING_CHECKS } from "./wording-checks.ts";

/** Checks that belong together, under the heading they have in the reference. */
export interface Family {
  readonly title: string;
  readonly checks: readonly Check[];
}

export const FAMILIES: readonly Family[] = [
  { title: "The file", checks: FILE_CHECKS },
  { title: "About the service", checks: ABOUT_CHECKS },
  { title: "Questions", checks: QUESTION_CHECKS },
  { title: "Facts", checks: FACT_CHECKS },
  { title: "Questions that are filled in", checks: FILLED_CHECKS },
  { title: "Wording", checks: WORDING_CHECKS },
  { title: "Reading", checks: READING_CHECKS },
  { title: "Personal data", checks: SENSITIVE_CHECKS },
  { title: "Options", checks: OPTION_CHECKS },
  { title: "Limits", checks: LIMIT_CHECKS },
  { title: "Registers", checks: REGISTER_CHECKS },
  { title: "The flow", checks: FLOW_CHECKS },
  { title: "Sections", checks: SECTION_CHECKS },
  { title: "What the rules of the flow come to", checks: GUARD_CHECKS },
  { title: "Outcomes", checks: OUTCOME_CHECKS },
  { title: "Rules", checks: RULE_CHECKS },
  { title: "The fee", checks: FEE_CHECKS },
  { title: "Decision tables", checks: TABLE_CHECKS },
  { title: "The case", checks: CASE_CHECKS },
  { title: "Others who must confirm", checks: CONFIRM_CHECKS },
  { title: "Asking the person", checks: REQUEST_CHECKS },
  { title: "What the start page promises", checks: PROMISE_CHECKS },
  { title: "Messages", checks: MESSAGE_CHECKS },
  { title: "The person", checks: PERSON_CHECKS },
  { title: "Overlays", checks: OVERLAY_CHECKS },
  { title: "Translations", checks: TRANSLATION_CHECKS },
];

/** Every check by its code. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(FAMILIES.flatMap((family) => family.checks).map((check) => [check.code, check]));
