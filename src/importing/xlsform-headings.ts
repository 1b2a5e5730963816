import { entryOf } from "./json.ts";
import type { Sheet } from "./xlsx.ts";

/** Other names that spreadsheets have for the columns, in small letters. */
const SURVEY: Readonly<Record<string, string>> = {
  command: "type",
  caption: "label",
  relevance: "relevant",
  "bind::relevant": "relevant",
  "bind::required": "required",
  "bind::constraint": "constraint",
  "bind::calculate": "calculation",
  calculate: "calculation",
  "constraint message": "constraint_message",
  "constraint-msg": "constraint_message",
  constraintmsg: "constraint_message",
  "bind::jr:constraintmsg": "constraint_message",
  "required message": "required_message",
  requiredmsg: "required_message",
  "bind::jr:requiredmsg": "required_message",
  "read only": "read_only",
  readonly: "read_only",
  "bind::readonly": "read_only",
  "repeat count": "repeat_count",
  "repeat-count": "repeat_count",
  "jr:count": "repeat_count",
  "choice filter": "choice_filter",
  "guidance hint": "guidance_hint",
  "body::appearance": "appearance",
  image: "media::image",
  audio: "media::audio",
  video: "media::video",
  "big-image": "media::big-image",
};
const CHOICES: Readonly<Record<string, string>> = {
  "list name": "list_name",
  value: "name",
  caption: "label",
  image: "media::image",
  audio: "media::audio",
  video: "media::video",
};

/** A sheet with its columns under the names of the standard. `label:English` and `label::English` are the same column. */
export function inStandardColumns(sheets: ReadonlyMap<string, Sheet>): ReadonlyMap<string, Sheet> {
  return new Map(
    [...sheets].map(([name, sheet]) => [name, renamed(sheet, name === "survey" ? SURVEY : name === "settings" ? {} : CHOICES)]),
  );
}

function renamed({ rows, headings, formulas }: Sheet, names: Readonly<Record<string, string>>): Sheet {
  const known = new Map(headings.map((heading) => [heading, standard(heading, names)]));
  const taken = new Set(headings);
  // Where a sheet has both, the standard's own name counts.
  const named = (heading: string): string => {
    const name = known.get(heading) ?? heading;
    return name !== heading && taken.has(name) ? heading : name;
  };
  return {
    rows: rows.map(({ number, cells }) => ({
      number,
      cells: Object.fromEntries(Object.entries(cells).map(([heading, text]) => [named(heading), text])),
    })),
    headings: headings.map(named),
    formulas,
  };
}

function standard(heading: string, names: Readonly<Record<string, string>>): string {
  const whole = entryOf(names, heading);
  if (whole !== undefined) return whole;
  const [, column = "", language = ""] =
    /^(label|hint|caption|constraint_message|required_message|guidance_hint|constraint message|required message)::?([^:].*)$/.exec(
      heading,
    ) ?? [];
  return column === "" ? heading : `${entryOf(names, column) ?? column}::${language}`;
}
