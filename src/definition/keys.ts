import { QUESTION_KEYS } from "./keys-question.ts";
import { CASE_LEVELS } from "./keys-case.ts";
import { REGISTER_LEVELS } from "./keys-register.ts";
import { OUTCOME_LEVELS } from "./keys-outcome.ts";
import { SUB_CASE_LEVELS } from "./keys-sub-case.ts";
import { CONFIRM_LEVELS } from "./keys-confirm.ts";
import { SOURCE_FORM } from "./filled-from.ts";
import { REQUEST_LEVELS } from "./keys-request.ts";
import { FACT_LEVELS } from "./keys-fact.ts";
import { TABLE_LEVELS } from "./keys-table.ts";
import { OVERLAY_LEVELS } from "./keys-overlay.ts";
import { FLOW_ITEM, FLOW_LEVELS } from "./keys-flow.ts";
import type { Key, Level, LevelName } from "./key.ts";
import { LINE, LINES, NUMBER, PARAGRAPHS, RULE, level, mapOf, named } from "./key.ts";

const BASES = ["consent", "contract", "legal obligation", "vital interests", "public task", "legitimate interests"];

const QUESTIONS: Key = {
  shape: mapOf("underscore", level("question")),
  required: true,
  about: "Every question by its name in rules.",
};

const WELSH: Key = {
  shape: { kind: "translations" },
  about: "The Welsh of each text, behind its English: Free: Am ddim. Where it differs by question: Yes: { danger: Ydy, any: Ie }.",
};

const FACTS: Key = {
  shape: mapOf("underscore", level("fact")),
  about:
    "What the council states on a screen, by its name in rules: a figure worked out, a rate, an earlier answer. Nobody can change it there.",
};

const SERVICE: Level = {
  service: { shape: named("hyphen"), required: true, about: "The service's name: the same as the file's, and part of its address." },
  version: {
    shape: NUMBER,
    about: "Of a service of the shelf: its number, raised with each change, by which overlays name it. 1 where there is none.",
  },
  title: { shape: LINE, required: true, about: "What the service is called, as something a person does: Report a pothole." },
  summary: { shape: LINE, missing: "summary-missing", about: "One sentence that says what it is, for lists and searches." },
  keywords: { shape: LINES, readBy: "searches", about: "Words that a person may search for besides the title." },
  group: { shape: LINE, required: true, about: "The heading under which lists of services show it." },
  owner: { shape: named("hyphen"), required: true, about: "The team that owns the service." },
  lead: { shape: LINE, readBy: "officers", missing: "lead-missing", about: "The post that answers for the service." },
  codes: { shape: mapOf("either", { kind: "code" }), about: "Its numbers in national lists, such as lgsl, and its code in Open311." },
  identity: {
    shape: { kind: "word", values: ["none", "light", "strong"] },
    about:
      "How sure an officer must be who somebody is before they speak with them about a case: `light`, two things that they say are ticked; `strong`, three are typed and compared. `none` where nothing is said.",
  },
  basis: { shape: { kind: "word", values: BASES }, missing: "basis-missing", about: "The lawful basis for holding what is asked." },
  start: { shape: level("start"), required: true, about: "What the start page says." },
  questions: QUESTIONS,
  facts: FACTS,
  flow: { shape: { kind: "list", of: FLOW_ITEM }, required: true, about: "What is asked and stated, in order, and under which rules." },
  filled_from: {
    shape: mapOf("underscore", { kind: "form", pattern: SOURCE_FORM, says: "a name such as home, or a part such as home.postcode" }),
    about:
      "Questions that are filled in at first, each with the earlier answer, a part of it, or the fact that it comes from. The page says where it comes from, and the person may change it.",
  },
  outcomes: { shape: mapOf("hyphen", level("outcome")), about: "Endings that are not a case: not eligible, not ours, done here." },
  tables: {
    shape: mapOf("underscore", level("table")),
    about: "Decision tables: rates, bands and charges that rules read by the table's name.",
  },
  drafts: { shape: level("drafts"), about: "How long answers that are not sent are kept, and when their person is reminded." },
  declaration: {
    shape: { kind: "either", text: PARAGRAPHS, list: LINES },
    about: "What the person declares by sending; a list of statements is ticked one by one.",
  },
  confirm: {
    shape: level("confirm"),
    about: "Other people who must confirm what was sent, each by an emailed link of their own, before the case moves on.",
  },
  requests: {
    shape: mapOf("hyphen", level("request")),
    about: "What officers may ask the person for while a case is open, each with a small form of its own.",
  },
  fee: { shape: RULE, about: "What it costs, in pounds." },
  person: { shape: level("person"), about: "Which questions say who the person is; a fragment may say it instead." },
  case: {
    shape: level("case"),
    about: "Who works the case, by when and through which stages; a service that always ends in an outcome has none.",
  },
  messages: {
    shape: mapOf("hyphen", { kind: "either", text: { kind: "word", values: ["default"] }, levels: ["message"] }),
    about: "What the person is told: on `received`, on reaching a stage, or on an action. `default` uses the house text.",
  },
  retention: {
    shape: { kind: "form", pattern: /^[1-9]\d{0,3} (day|month|year)s? after closed$/, says: "a length such as 2 years after closed" },
    about: "How long a closed case is kept before its personal data is erased.",
  },
  welsh: WELSH,
};

const START: Level = {
  who: { shape: LINES, missing: "start-incomplete", about: "Who it is for, one sentence each." },
  need: { shape: LINES, about: "What to have at hand." },
  time: { shape: LINE, missing: "start-incomplete", about: "How long it takes to fill in." },
  cost: { shape: LINE, missing: "start-incomplete", about: "What it costs, in words." },
  takes: { shape: LINE, missing: "start-incomplete", about: "How long the council takes." },
  body: { shape: PARAGRAPHS, about: "Anything else that a person should know before they start." },
};

const DRAFTS: Level = {
  kept: {
    shape: { kind: "form", pattern: /^([2-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-5]) days$/, says: "a length from 2 days to 365 days" },
    about: "How long they are kept after they were last changed; 28 days where nothing is said.",
  },
  remind: {
    shape: { kind: "form", pattern: /^([1-9]\d? days? before|never)$/, says: "a length such as 3 days before, or never" },
    about: "When the person is sent an email with a link to their answers, before these are deleted; 3 days before where nothing is said.",
  },
};

const PERSON: Level = {
  name: { shape: named("underscore"), about: "The question that asks the person's name." },
  email: { shape: named("underscore"), about: "The question that asks an email address." },
  phone: { shape: named("underscore"), about: "The question that asks a phone number." },
  address: { shape: named("underscore"), about: "The question that asks a postal address." },
  born: { shape: named("underscore"), about: "The question that asks the date of birth, by which an officer checks who somebody is." },
};

const FRAGMENT: Level = {
  fragment: { shape: named("hyphen"), required: true, about: "The name by which a flow takes these questions in." },
  questions: QUESTIONS,
  facts: FACTS,
  flow: { shape: { kind: "list", of: FLOW_ITEM }, required: true, about: "What is asked where the fragment's name stands in a flow." },
  person: { shape: level("person"), about: "Which of these questions say who the person is." },
  welsh: WELSH,
};

/** Every level of a definition file. */
export const LEVELS: Readonly<Record<LevelName, Level>> = {
  service: SERVICE,
  fragment: FRAGMENT,
  start: START,
  question: QUESTION_KEYS,
  drafts: DRAFTS,
  person: PERSON,
  ...FLOW_LEVELS,
  ...OVERLAY_LEVELS,
  ...CASE_LEVELS,
  ...SUB_CASE_LEVELS,
  ...CONFIRM_LEVELS,
  ...REQUEST_LEVELS,
  ...FACT_LEVELS,
  ...TABLE_LEVELS,
  ...REGISTER_LEVELS,
  ...OUTCOME_LEVELS,
};
