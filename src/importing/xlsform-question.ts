import { XLSFORM_TYPES } from "./answer-type-table.ts";
import { any, not, test } from "./condition.ts";
import type { Condition } from "./condition.ts";
import type { Asked, Loss, LossKind, Option, Settings } from "./form.ts";
import { distinctOptions } from "./distinct-options.ts";
import { entryOf } from "./json.ts";
import { seemsPersonal } from "./personal.ts";
import { plainLine } from "./plain-text.ts";
import { limitsOf } from "./xlsform-limits.ts";
import { typeOf } from "./xlsform-types.ts";
import { readXpath } from "./xpath.ts";
import type { Row, Sheet } from "./xlsx.ts";

export interface RowSource {
  readonly survey: Sheet;
  /** The rows of the sheet ‘choices’ by their list. */
  readonly choices: ReadonlyMap<string, readonly Row[]>;
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
  const then = column === "relevant" ? "It is never asked here; write its rule by hand." : "It is not checked here.";
  lose(source, "routing", row, `Its ${column} cannot be carried over: ${read.why}. ${then}`, text);
  return column === "relevant" ? { kind: "constant", value: false } : undefined;
}

export function questionOf(row: Row, source: RowSource): RowQuestions | undefined {
  const kind = typeOf(row);
  const [name, label] = [row.cells["name"] ?? "", cell(row, "label", source)];
  const map = entryOf(XLSFORM_TYPES, kind.name);
  if (map === undefined || name === "") {
    const fromFile = /from_file|external/.test(kind.name);
    const says = fromFile
      ? "Its options come from another file, so it is asked as text."
      : `There is no type ${kind.name.slice(0, 60)} here. Add its question by hand.`;
    lose(source, fromFile && name !== "" ? "routing" : "left", row, name === "" ? "It has no name." : says, plainLine(label));
    return fromFile && name !== "" ? { questions: [asking(row, source, "text", undefined, {})] } : undefined;
  }
  if (map.loses !== undefined) lose(source, "changed", row, `${kind.name}: ${map.loses}.`);
  reportRest(row, source);
  const options = map.type === "choice" || map.type === "choices" ? optionsOf(kind.of, kind.other, row, source) : undefined;
  if (options === undefined || options.length < 2) return { questions: [single(row, source, kind.name, options)] };
  const yesNo = map.type === "choice" && !kind.other && isYesNo(options);
  const asked = yesNo
    ? asking(row, source, "yes-no", undefined, {})
    : asking(row, source, map.type, options, kind.name === "rank" ? { ranked: true, most: options.length } : {});
  return kind.other ? withOther(asked, map.type) : { questions: [asked] };
}

function single(row: Row, source: RowSource, kind: string, options: readonly Option[] | undefined): Asked {
  const type = options === undefined ? (XLSFORM_TYPES[kind]?.type ?? "text") : "text";
  if (options !== undefined) lose(source, "routing", row, "Its list has fewer than two options, so it is asked as text. Add the options.");
  const label = plainLine(cell(row, "label", source));
  const own: Readonly<Record<string, Settings>> = {
    decimal: { decimals: 6 },
    range: range(row),
    image: { accept: "image" },
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
  reportRequired(row, source);
  return constrained(plain, row, source);
}

function reportRequired(row: Row, source: RowSource): void {
  const required = row.cells["required"] ?? "";
  if (required === "" || /^(yes|no|true(\(\))?|false(\(\))?|0|1)$/i.test(required)) return;
  lose(source, "changed", row, "It must be answered only under a condition. Here it is optional.", required);
}

/** What an answer must meet: as the type's own limits where they can say it, else as a rule of the screen. */
function constrained(asked: Asked, row: Row, source: RowSource): Asked {
  const text = row.cells["constraint"] ?? "";
  if (text === "") return asked;
  const limits = limitsOf(text, asked.type, typeOf(row).name);
  const message = plainLine(cell(row, "constraint_message", source)).slice(0, 300);
  if (limits !== undefined) {
    if (message !== "") lose(source, "changed", row, "The limits have the house's own message instead of this one.", message);
    return { ...asked, settings: { ...asked.settings, ...limits } };
  }
  const known = source.asked.get(asked.source);
  source.asked.set(asked.source, asked);
  const rule = conditionAt(row, "constraint", source, asked.source);
  if (known === undefined) source.asked.delete(asked.source);
  if (rule === undefined) return asked;
  const empty = not(test(asked.source, { op: "answered" }));
  return { ...asked, must: { rule: any([empty, rule]), say: message || "Check this answer: the form does not allow it." } };
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

function optionsOf(list: string, other: boolean, row: Row, source: RowSource): readonly Option[] {
  const rows = source.choices.get(list) ?? [];
  const options = rows.map((each): Option => {
    const [value, text] = [each.cells["name"] ?? each.cells["value"] ?? "", plainLine(cell(each, "label", source))];
    return { value: value || text, text: text || value };
  });
  const distinct = distinctOptions(options, `row ${row.number}, ${row.cells["name"] ?? ""}`, source.losses);
  if ((row.cells["choice_filter"] ?? "") !== "")
    lose(source, "routing", row, "Its options depend on an earlier answer. Here all are shown.", row.cells["choice_filter"]);
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

const SAID: ReadonlySet<string> = new Set(
  "type name label hint guidance_hint required relevant constraint constraint_message calculation appearance choice_filter parameters repeat_count required_message".split(
    " ",
  ),
);
const LOOKS =
  /^(w\d|minimal|columns|columns-\d|compact|horizontal|likert|field-list|multiline|label|list-nolabel|numbers|no-calendar|autocomplete|picker|thousands-sep)$/;

function reportRest(row: Row, source: RowSource): void {
  for (const [column, text] of Object.entries(row.cells)) {
    const [plain = ""] = column.split("::");
    if (!SAID.has(plain) && !column.startsWith("media::")) lose(source, "left", row, `Its ${column.slice(0, 60)} has no place here.`, text);
    if (column.startsWith("media::") || ["image", "audio", "video"].includes(plain))
      lose(source, "left", row, `It shows ${text.slice(0, 100)}, which has no place here.`);
  }
  const looks = (row.cells["appearance"] ?? "").split(/\s+/).filter((word) => word !== "" && !LOOKS.test(word));
  if (looks.length > 0) lose(source, "left", row, `Its appearance ${looks.join(" ").slice(0, 100)} has no place here.`);
  const message = cell(row, "required_message", source);
  if (message !== "") lose(source, "changed", row, "An empty answer has the house's own message instead of this one.", message);
}
