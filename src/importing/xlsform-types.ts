import { entryOf } from "./json.ts";
import type { Row } from "./xlsx.ts";

/** What the type of a row says: its first word, and what belongs to it. */
export interface RowType {
  readonly name: string;
  /** The list of a choice; the kind of what begins or ends. */
  readonly of: string;
  readonly other: boolean;
}

const SAME: Readonly<Record<string, string>> = {
  "select one": "select_one",
  "select multiple": "select_multiple",
  "select one from": "select_one",
  int: "integer",
  string: "text",
  datetime: "dateTime",
  photo: "image",
  location: "geopoint",
  trigger: "acknowledge",
};

export function typeOf(row: Row): RowType {
  const text = (row.cells["type"] ?? "").replaceAll(/\s+/g, " ").trim();
  const block = /^(begin|end)[ _](group|repeat|lgroup|screen)$/i.exec(text);
  if (block !== null)
    return { name: (block[1] ?? "").toLowerCase(), of: /repeat/i.test(block[2] ?? "") ? "repeat" : "group", other: false };
  const other = /\bor_other$|\bor specify other$/i.test(text);
  const choice = /^(select[ _]one(?:_external|_from_file)?|select[ _]multiple(?:_from_file)?|rank) (\S+)/i.exec(text);
  if (choice !== null) return { name: (choice[1] ?? "").toLowerCase().replace(" ", "_"), of: choice[2] ?? "", other };
  return { name: entryOf(SAME, text.toLowerCase()) ?? text, of: "", other: false };
}

/** Types that collect something without asking. */
export const SKIPPED_TYPES: ReadonlySet<string> = new Set(
  "start end today deviceid device_id username phonenumber email subscriberid simserial sim_id audit start-geopoint background-audio background-geopoint csv-external xml-external entity hidden osm".split(
    " ",
  ),
);
