import type { AnswerType, FieldState, FileAnswer, Question, Reading, ReadingContext, Settings } from "../../src/answers/answer-type.ts";
import { answerType } from "../../src/answers/answer-types.ts";
import { readRegister } from "../../src/registers/read-register.ts";
import type { Register } from "../../src/registers/register.ts";

export const TODAY = "2026-11-22";

/** A question with sound defaults. */
export function ask(type: string, settings: Settings = {}, more: Partial<Question> = {}): Question {
  return { id: "q", type, ask: "What is it?", label: "your answer", optional: false, personal: false, settings, ...more };
}

export function file(id: string, type = "image/jpeg", name = `${id}.jpg`): FileAnswer {
  return { id, sha256: "a".repeat(64), name, type, size: 1_536_000 };
}

export function context(files: readonly FileAnswer[] = []): ReadingContext {
  return { today: TODAY, files };
}

/** Reads a posted form. */
export function read(
  question: Question,
  fields: Readonly<Record<string, string | readonly string[]>>,
  files: readonly FileAnswer[] = [],
): Reading {
  const map = new Map(Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? [value] : value]));
  return answerType(question).read(question, map, "", context(files));
}

export function accept(question: Question, json: unknown, files: readonly FileAnswer[] = []): Reading {
  return answerType(question).accept(question, json, "", context(files));
}

/** The answer, or "field code: message" of each problem. */
export function outcome(reading: Reading): unknown {
  return reading.ok ? reading.answer : reading.problems.map((problem) => `${problem.field} ${problem.code}: ${problem.message}`);
}

export function stateOf(fields: ReadonlyMap<string, readonly string[]> = new Map(), more: Partial<FieldState> = {}): FieldState {
  return { fields, problems: [], heading: false, prefix: "", files: [], ...more };
}

const SCHOOLS_PLAN = {
  name: "schools",
  key: "code",
  label: "name",
  welsh: "enw",
  columns: { area: "text", places: "number", fee: "money" },
} as const;

/** A small register, some of it hostile. */
export function schools(): Register {
  const rows = ["abbey,Abbey <School>,,Centre,30,12.50", "bridge,Bridge & Brook,Ysgol y Bont,Centre,60,", "mill,Mill Lane,,North,,0"];
  const reading = readRegister(`code,name,enw,area,places,fee\n${rows.join("\n")}`, SCHOOLS_PLAN);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.register;
}

const OPTIONS = { red: "Red", green: "Green <light>", blue: "Blue & white" };
const MANY = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`school_${index}`, `School ${index}`]));

/** At least one question of each type, plain, optional and with every setting. */
const PLAIN: readonly Question[] = [
  ask("text"),
  ask("text", { longest: 5, autocomplete: "organization" }, { hint: "A <short> one" }),
  ask("long-text"),
  ask("long-text", { longest: 40 }),
  ask("choice", { options: OPTIONS, option_hints: { red: "Like a bus" } }),
  ask("choice", { options: MANY }),
  ask("choices", { options: OPTIONS }),
  ask("choices", { options: OPTIONS, least: 0, most: 2 }),
  ask("choices", { options: OPTIONS, least: 2 }),
  ask("choices", { options: MANY, ranked: true, most: 6 }),
  ask("yes-no"),
  ask("number"),
  ask("number", { least: 0.5, most: 40, decimals: 1, unit: "metres" }),
  ask("number", { least: -5, most: -1, decimals: 6 }),
  ask("money"),
  ask("money", { least: -10.5, most: 50_000_000 }),
  ask("date"),
  ask("date", { latest: "today", earliest: "120 years before today", autocomplete: "bday" }),
  ask("date", { earliest: "today", latest: "28 days after today" }),
  ask("name"),
  ask("email"),
  ask("phone"),
  ask("address"),
  ask("postcode", { autocomplete: "off" }),
  ask("place"),
  ask("files", { accept: "image", most: 3 }),
  ask("files", { accept: "document", least: 2, most: 2 }),
  ask("files", { least: 0 }),
  ask("declaration", { declare: "I agree to <this>" }),
  ask("time"),
  ask("time", { earliest: "09:30", latest: "17:00" }),
  ask("duration", { units: ["days", "weeks"] }),
  ask("duration", { units: ["days", "weeks"], least: 3, most: 15 }),
  ask("duration", { units: ["hours", "months"] }),
  ask("month-and-year"),
  ask("month-and-year", { earliest: "2 years before today", latest: "today" }),
  ask("national-insurance"),
  ask("vehicle-registration"),
  ask("uprn"),
  ask("company-number"),
  ask("charity-number"),
  ask("bank-details"),
  ask("country"),
  ask("matrix", { rows: { clean: "The streets are clean", calm: "The streets are calm" }, options: OPTIONS }),
  ask("signature"),
  ask("signature", { declare: "All of <this> is true." }),
  ask("people"),
  ask("people", { entry: "witness", least: 2, most: 3 }),
  ask("register", { from: "schools" }, { register: schools() }),
  ask("register", { from: "schools", show: ["area", "places"] }, { register: schools(), hint: "A <school>" }),
];

function children(more: Partial<Question>, settings: Settings): Question {
  const questions = [
    ask("name", {}, { id: "child_name", label: "their name" }),
    ask("date", { latest: "today" }, { id: "born", label: "their date of birth" }),
    ask("choices", { options: OPTIONS, least: 0 }, { id: "colours" }),
    ask("files", { most: 2 }, { id: "proof", optional: true }),
    ask("place", {}, { id: "where", optional: true }),
    ask("register", { from: "schools" }, { id: "school", optional: true, register: schools() }),
  ];
  return ask("group", { questions, entry: "child", ...settings }, { id: "children", ...more });
}

const LOOSE = ask("group", {
  questions: [ask("text", {}, { id: "note", optional: true }), ask("yes-no", {}, { id: "sure", optional: true })],
  entry: "note",
});

export const SAMPLES: readonly Question[] = [
  ...PLAIN,
  ...PLAIN.map((question) => ({ ...question, optional: true })),
  ...PLAIN.map(({ label, ...question }) => ({ ...question, hint: `Without ${label}` })),
  children({}, { most: 4 }),
  children({ optional: true }, { most: 4, least: 2 }),
  children({}, { least: 0, most: 3 }),
  LOOSE,
  { ...LOOSE, optional: true },
];

/** Files that every example names, uploaded already. */
export function uploadedFor(type: AnswerType, question: Question): readonly FileAnswer[] {
  const found = new Map<string, FileAnswer>();
  collect(type.examples(question, TODAY), found);
  return [...found.values()];
}

function collect(json: unknown, found: Map<string, FileAnswer>): void {
  if (Array.isArray(json)) for (const part of json) collect(part, found);
  else if (typeof json === "object" && json !== null) {
    const { id, sha256, name, type, size } = Object.fromEntries(Object.entries(json));
    if (
      typeof id === "string" &&
      typeof sha256 === "string" &&
      typeof name === "string" &&
      typeof type === "string" &&
      typeof size === "number"
    ) {
      found.set(id, { id, sha256, name, type, size });
    } else for (const part of Object.values(json)) collect(part, found);
  }
}

/** What a sample is called in a test. */
export function titleOf(question: Question, index: number): string {
  return `${question.type}${question.optional ? ", optional" : ""} (sample ${index + 1})`;
}
