import { deflateRawSync } from "node:zlib";
import { treeSurvey } from "../importing/tree-survey.ts";
import { xlsxFile } from "../importing/xlsx-file.ts";
import { packedZip } from "./packed-zip.ts";
import type { Files } from "./report.ts";

const times = <T>(count: number, make: (at: number) => T): readonly T[] => Array.from({ length: count }, (_, at) => make(at));

const PARTS = {
  "xl/workbook.xml": '<workbook><sheets><sheet name="survey" r:id="a"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>',
};
const book = (sheet: string, shared = "<sst/>"): Uint8Array =>
  packedZip({ ...PARTS, "xl/sharedStrings.xml": shared, "xl/sheet.xml": sheet });
const cells = (count: number, cell: string): string =>
  `<sheetData>${times(Math.ceil(count / 20), () => `<row>${cell.repeat(20)}</row>`).join("")}</sheetData>`;
const page = (at: number, next: readonly object[]): object => ({
  path: `/${at}`,
  title: `Page ${at}`,
  components: [{ type: "TextField", name: `f${at}`, title: `Question ${at}?`, options: {} }],
  next,
});
const form = (conditions: readonly object[], count = 2): string =>
  JSON.stringify({ pages: times(count, (at) => page(at, at + 1 < count ? [{ path: `/${at + 1}`, condition: "c0" }] : [])), conditions });

/** Files that no council has, which `guildhall import` is handed all the same. */
export const FORMS: Files = {
  empty: "",
  "noise of bytes": Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 7919) % 251),
  "JSON of brackets": "[".repeat(3_900_000),
  "JSON of braces": '{"a":'.repeat(700_000),
  "JSON of numbers": `[${"1,".repeat(1_900_000)}1]`,
  "JSON of names": `{${times(58_000, (at) => `"k${at}":{}`).join(",")}}`,
  "JSON of one text": JSON.stringify({ pages: [page(0, []), { ...page(1, []), title: "a".repeat(3_800_000) }] }),
  "JSON of names of the program": '{"__proto__":{"pages":[{}]},"constructor":{"prototype":{"polluted":true}},"pages":[{"__proto__":1}]}',
  "a page that follows itself": JSON.stringify({ pages: [page(0, [{ path: "/0" }])] }),
  "pages in a circle": JSON.stringify({ pages: times(900, (at) => page(at, [{ path: `/${(at + 1) % 900}` }])) }),
  "pages that lead everywhere": JSON.stringify({
    pages: times(150, (at) =>
      page(
        at,
        times(150, (to) => ({ path: `/${to}` })),
      ),
    ),
  }),
  "a rule of a million characters": form([{ name: "c0", value: "f0 == 1 or ".repeat(90_000) }]),
  "a rule of brackets": form([{ name: "c0", value: "(".repeat(1_000_000) }]),
  "conditions on conditions": form(
    times(900, (at) => ({
      name: `c${at}`,
      value: { conditions: [{ conditionName: `c${(at + 1) % 900}` }, { coordinator: "or", conditionName: `c${(at * 7 + 3) % 900}` }] },
    })),
    900,
  ),
  "a text of links and tags": JSON.stringify({
    pages: [{ ...page(0, []), title: `${"[a](".repeat(200_000)}${"<b ".repeat(300_000)}` }, page(1, [])],
  }),
  "a text of blanks": JSON.stringify({
    pages: [{ ...page(0, []), title: `a${" ".repeat(1_000_000)}b${"\n ".repeat(500_000)}c` }, page(1, [])],
  }),
  "more than four million bytes": " ".repeat(5_000_000),
  "a spreadsheet with formulas": xlsxFile({
    survey: [
      ["type", "name", "label"],
      ...times(1000, (at) => ["text", `=CONCATENATE("n",${at})=>n${at}`, `=HYPERLINK("https://evil.example","${at}")=>Say ${at}`]),
    ],
  }),
  "a spreadsheet with formulas and no values": xlsxFile({ survey: [["type", "name"], ...times(3000, () => ["=WEBSERVICE(A1)", "=B1"])] }),
  "a zip bomb": book(" ".repeat(60_000_000)),
  "a zip bomb of texts": book("<sheetData/>", `<sst>${"<si><t>aaaa</t></si>".repeat(2_000_000)}</sst>`),
  "a spreadsheet as large as is read": xlsxFile({
    survey: [
      ["type", "name", "label", "relevant", "hint"],
      ...times(2900, (at) => [
        "integer",
        `n${at}`,
        `How many ${at}?`,
        at === 0 ? "" : `\${n${at - 1}} > 1 or \${n${at >> 1}} < 3`,
        "Count them all.",
      ]),
    ],
  }),
  "cells that all show one long text": book(cells(95_000, '<c t="s"><v>0</v></c>'), `<sst><si><t>${" ".repeat(32_000)}</t></si></sst>`),
  "a tag of one long word": book(`<sheetData><row ${"r".repeat(5_000_000)}/></sheetData>`),
  "a tag of blanks": book(`<sheetData><row r${" ".repeat(5_000_000)}/></sheetData>`),
  "XML that holds itself": book('<!DOCTYPE a [<!ENTITY b "&b;&b;">]><sheetData>&b;</sheetData>'),
  "two thousand parts": packedZip({ ...Object.fromEntries(times(3000, (at) => [`xl/${at}.xml`, "<a/>"])), ...PARTS }),
  "groups in groups": xlsxFile({
    survey: [["type", "name"], ...times(2500, (at) => ["begin_group", `g${at}`]), ["text", "a"], ...times(2500, () => ["end_group", ""])],
  }),
  "a spreadsheet that breaks off": treeSurvey().subarray(0, 900),
  "a zip of nothing": Buffer.concat([Buffer.from("PK\u0003\u0004"), deflateRawSync(Buffer.alloc(1000))]),
};
