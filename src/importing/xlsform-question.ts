import { XLSFORM_TYPES } from "./answer-type-table.ts";
import type { TypeMap } from "./answer-type-table.ts";
import { any, not, test } from "./condition.ts";
import type { Condition } from "./condition.ts";
import type { Asked, Loss, LossKind, Option, Settings } from "./form.ts";
import { distinctOptions } from "./distinct-options.ts";
import { entryOf } from "./json.ts";
import { seemsPersonal } from "./personal.ts";
import { plainLine } from "./plain-text.ts";
import { limitsOf } from "./xlsform-limits.ts";
import { QUESTION_COLUMNS, reportRest, rowText } from "./xlsform-columns.ts";
import { typeOf } from "./xlsform-types.ts";
import type { RowType } from "./xlsform-types.ts";
import { readXpath } from "./xpath.ts";
import type { Row, Sheet } from "./xlsx.ts";

export interface RowSource {
  readonly survey: Sheet;
  /** The rows of the sheet ‘choices’ by their list. */
  readonly choices: ReadonlyMap<string, readonly Row[]>;
  /** Those of the sheet ‘external_choices’. */
  readonly external: ReadonlyMap<string, readonly Row[]>;
  /** The ending of the columns in the language that is read. */
  readonly language: string;
  readonly losses: Loss[];
  /** Questions that conditions can read, by name. */
  readonly asked: Map<string, Asked>;
  readonly calculations: Map<string, string>;
}

export interface RowQuestions {
  /** The question, and the one that asks what else it is. */
  readonly questions: readonly Asked[];
  /** When the second one is asked. */
  readonly other?: Condition;
}

export function cell(row: Row, column: string, { language }: RowSource): string {
  return row.cells[column + language] ?? row.cells[column] ?? "";
}

function lose(source: RowSource, kind: LossKind, row: Row, says: string, text = ""): void {
  source.losses.push({ kind, at: `row ${row.number}, ${row.cells["name"] ?? ""}`, says, ...(text === "" ? {} : { text }) });
}

/** A condition of a row; undefined where it has none. One that cannot be said never holds, and is reported. */
export function conditionAt(row: Row, column: string, source: RowSource, here?: string): Condition | undefined {
  const text = row.cells[column] ?? "";
  if (text === "") return undefined;
  const read = readXpath(text, {
    asked: (name) => source.asked.get(name),
    means: (value) => entryOf(YES_NO, value.toLowerCase()),
    calculation: (name) => source.calculations.get(name),
    ...(here === undefined ? {} : { here }),
  });
  if (read.ok) return read.condition;
  const then = THEN[column] ?? "It is not checked here.";
  lose(source, "routing", row, `Its ${column} cannot be carried over: ${read.why}. ${then}`, text);
  return column === "relevant" ? { kind: "constant", value: false } : undefined;
}

const THEN: Readonly<Record<string, string>> = {
  relevant: "It is never asked here; write its rule by hand.",
  required: "Here it is optional.",
};

export function questionOf(row: Row, source: RowSource): RowQuestions | undefined {
  const kind = typeOf(row);
  const map = mapOf(kind, row);
  if (map === undefined || (row.cells["name"] ?? "") === "") return unknown(row, kind, source);
  if (map.loses !== undefined) lose(source, "changed", row, `${kind.name}: ${map.loses}.`);
  reportRest(row, source, QUESTION_COLUMNS);
  const options = map.type === "choice" || map.type === "choices" ? optionsOf(kind, row, source) : undefined;
  const [only] = options ?? [];
  if (options?.length === 1 && only !== undefined) {
    lose(source, "changed", row, `Its list has one option, which is a box to tick here: true takes the place of ${only.value}.`);
    return { questions: [asking(row, source, "declaration", undefined, { declare: only.text })] };
  }
  if (options === undefined || options.length === 0) return { questions: [single(row, source, map.type, options)] };
  const yesNo = map.type === "choice" && !kind.other && isYesNo(options);
  const asked = yesNo
    ? asking(row, source, "yes-no", undefined, {})
    : asking(row, source, map.type, options, kind.name === "rank" ? { ranked: true, most: options.length } : {});
  return kind.other ? withOther(asked, map.type) : { questions: [asked] };
}

/** Some looks are another type here. */
function mapOf({ name }: RowType, row: Row): TypeMap | undefined {
  const looks = (row.cells["appearance"] ?? "").split(/\s+/);
  if (name === "date" && looks.includes("month-year")) return { type: "month-and-year" };
  if (name === "image" && looks.includes("signature")) return { type: "signature", loses: "a drawn signature is typed as the full name" };
  return entryOf(XLSFORM_TYPES, name);
}

/** A row that cannot be asked as it is. One whose options are in a file is asked as text. */
function unknown(row: Row, kind: RowType, source: RowSource): RowQuestions | undefined {
  const name = row.cells["name"] ?? "";
  if (name === "") lose(source, "left", row, "It has no name.", rowText(row));
  else if (!/from_file$|external$/.test(kind.name))
    lose(source, "left", row, `There is no type ${kind.name.slice(0, 60)} here. Add its question by hand.`, rowText(row));
  else {
    lose(
      source,
      "routing",
      row,
      "Its options come from another file, so it is asked as text. Add them as options.",
      rowText(row, ["type", "choice_filter"]),
    );
    reportRest(row, source, QUESTION_COLUMNS);
    return { questions: [asking(row, source, "text", undefined, {})] };
  }
  return undefined;
}

function single(row: Row, source: RowSource, mapped: string, options: readonly Option[] | undefined): Asked {
  const [kind, type] = [typeOf(row).name, options === undefined ? mapped : "text"];
  if (options !== undefined)
    lose(
      source,
      "routing",
      row,
      "Its list has no options, so it is asked as text. Add the options.",
      rowText(row, ["type", "choice_filter"]),
    );
  const label = plainLine(cell(row, "label", source));
  const own: Readonly<Record<string, Settings>> = {
    decimal: { decimals: 6 },
    range: range(row),
    image: type === "signature" ? {} : { accept: "image" },
    file: { accept: "any" },
    audio: { accept: "any" },
    video: { accept: "any" },
    acknowledge: { declare: label || "I agree" },
  };
  const longText = type === "text" && /\bmultiline\b/.test(row.cells["appearance"] ?? "");
  return asking(row, source, longText ? "long-text" : type, undefined, own[kind] ?? {});
}

function asking(row: Row, source: RowSource, type: string, options: readonly Option[] | undefined, settings: Settings): Asked {
  const name = row.cells["name"] ?? "";
  const label = cell(row, "label", source);
  if (/\$\{/.test(label)) lose(source, "changed", row, "The question takes in an earlier answer, which a question here cannot.", label);
  const ask = plainLine(label.replaceAll(/\$\{\s*([\w.-]{1,200})\s*\}/g, "($1)")) || name;
  const hint = plainLine([cell(row, "hint", source), cell(row, "guidance_hint", source)].filter((text) => text !== "").join(" "));
  const plain: Asked = {
    source: name,
    ask,
    ...(hint === "" ? {} : { hint }),
    optional: !/^(yes|true(\(\))?|1)$/i.test(row.cells["required"] ?? ""),
    personal: seemsPersonal(type, ask),
    type,
    ...(options === undefined ? {} : { options }),
    settings,
  };
  return constrained(plain, row, source);
}

/** Only where a condition holds must it be answered: a rule of its screen. */
function requiredWhere(asked: Asked, row: Row, source: RowSource): Asked {
  const required = row.cells["required"] ?? "";
  if (required === "" || /^(yes|no|true(\(\))?|false(\(\))?|0|1)$/i.test(required)) return asked;
  const read = asked.must === undefined ? conditionAt(row, "required", source) : undefined;
  if (asked.must !== undefined) lose(source, "routing", row, "It must be answered only under a condition. Here it is optional.", required);
  if (read === undefined) return asked;
  const say = plainLine(cell(row, "required_message", source)).slice(0, 300) || "Answer this question";
  return { ...asked, must: { rule: any([not(read), test(asked.source, { op: "answered" })]), say } };
}

/** What an answer must meet: as the type's own limits where they can say it, else as a rule of the screen. */
function constrained(asked: Asked, row: Row, source: RowSource): Asked {
  const text = row.cells["constraint"] ?? "";
  const message = plainLine(cell(row, "constraint_message", source)).slice(0, 300);
  if (text === "" && message !== "")
    lose(source, "left", row, "It has a message for a wrong answer, and no rule that makes one wrong.", message);
  if (text === "") return requiredWhere(asked, row, source);
  const limits = limitsOf(text, asked.type, typeOf(row).name);
  if (limits !== undefined) {
    if (message !== "") lose(source, "changed", row, "The limits have the house's own message instead of this one.", message);
    return requiredWhere({ ...asked, settings: { ...asked.settings, ...limits } }, row, source);
  }
  const known = source.asked.get(asked.source);
  source.asked.set(asked.source, asked);
  const rule = conditionAt(row, "constraint", source, asked.source);
  if (known === undefined) source.asked.delete(asked.source);
  if (rule === undefined && message !== "")
    lose(source, "kept", row, "What was said of an answer that its constraint does not allow.", message);
  if (rule === undefined) return requiredWhere(asked, row, source);
  const empty = not(test(asked.source, { op: "answered" }));
  const must = { rule: any([empty, rule]), say: message || "Check this answer: the form does not allow it." };
  return requiredWhere({ ...asked, must }, row, source);
}

function range(row: Row): Settings {
  const found = new Map(
    [...(row.cells["parameters"] ?? "").matchAll(/(start|end|step)\s*=\s*(-?\d+(?:\.\d+)?)/g)].map(([, key = "", number]) => [
      key,
      Number(number),
    ]),
  );
  const decimals = String(found.get("step") ?? 1).split(".")[1]?.length ?? 0;
  return { least: found.get("start") ?? 0, most: found.get("end") ?? 10, ...(decimals > 0 ? { decimals } : {}) };
}

function optionsOf({ name, of, other }: RowType, row: Row, source: RowSource): readonly Option[] {
  const rows = (name === "select_one_external" ? source.external : source.choices).get(of) ?? [];
  const options = rows.map((each): Option => {
    const [value, text] = [each.cells["name"] ?? each.cells["value"] ?? "", plainLine(cell(each, "label", source))];
    return { value: value || text, text: text || value };
  });
  const distinct = distinctOptions(options, `row ${row.number}, ${row.cells["name"] ?? ""}`, source.losses);
  if ((row.cells["choice_filter"] ?? "") !== "")
    lose(
      source,
      "routing",
      row,
      "Its options depend on an earlier answer. Here all are shown: ask it once for each earlier answer, with a rule.",
      row.cells["choice_filter"],
    );
  return other ? [...distinct, { value: "other", text: "Other" }] : distinct;
}

const YES_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  "1": true,
  no: false,
  n: false,
  false: false,
  "0": false,
};

/** A list of Yes and No, in this order, is a yes-or-no question. */
function isYesNo(options: readonly Option[]): boolean {
  const [yes, no] = options;
  if (options.length !== 2 || yes === undefined || no === undefined) return false;
  return (
    /^yes$/i.test(yes.text) &&
    /^no$/i.test(no.text) &&
    entryOf(YES_NO, yes.value.toLowerCase()) === true &&
    entryOf(YES_NO, no.value.toLowerCase()) === false
  );
}

function withOther(asked: Asked, type: string): RowQuestions {
  const other: Asked = {
    source: `${asked.source}_other`,
    ask: `${asked.ask} Other:`,
    optional: true,
    personal: asked.personal,
    type: "text",
    settings: {},
  };
  const chosen =
    type === "choices" ? test(asked.source, { op: "has", option: "other" }) : test(asked.source, { op: "=", value: { text: "other" } });
  return { questions: [asked, other], other: chosen };
}
