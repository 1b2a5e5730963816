import { SOUND, changed } from "../definition/compile-text.ts";
import type { Files } from "./report.ts";

const BODY = "Our longest ladder reaches 6 metres. You are {over} above that.";
const FEE = "fee: if count(extras) > 1 then 5 else 3";
const many = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => line(at)).join("");
const withFlow = (lines: string): string => SOUND.replace("flow:\n  - tool\n", () => `flow:\n  - tool\n${lines}`);
const withQuestions = (lines: string, flow: string): string => withFlow(flow).replace("questions:\n", () => `questions:\n${lines}`);

/** As long as a body may be, so that every check looks at it; the fee is wrong, so that it is refused. */
const body = (text: string): string => changed(BODY, text).replace(FEE, "fee: hammer");

/** Files that want to use up time, memory or the stack; none is a definition that anybody could use. */
export const FILES: Files = {
  empty: "",
  "noise of bytes": Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 251),
  "text in UTF-16": Buffer.from(SOUND, "utf16le"),
  "thirty million letters": "a".repeat(30_000_000),
  "a rule of a million characters": changed(FEE, `fee: ${"1 + ".repeat(250_000)}1`),
  "a rule as long as a file may be": changed(FEE, `fee: ${"1 + ".repeat(47_000)}1`),
  "a rule of blanks": changed(FEE, `fee: 'is defined(${" ".repeat(150_000)}hammer) and ${" ".repeat(20_000)}'`),
  "a rule of brackets": changed(FEE, `fee: ${"(".repeat(90_000)}1${")".repeat(90_000)}`),
  "a rule of quotation marks": changed(FEE, `fee: '${'"'.repeat(150_000)}'`),
  "aliases on aliases": `a: &a [x, x]\n${many(60, (at) => `b${at}: &b${at} [*${at === 0 ? "a" : `b${at - 1}`}, *a, *a, *a]\n`)}`,
  "an alias of itself": "service: &s { title: *s, flow: [*s, *s] }\n",
  "a merge of itself": "a: &a\n  <<: *a\n",
  "JSON of brackets": "[".repeat(150_000),
  "JSON of objects": `${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}`,
  "JSON of a hundred thousand numbers": `[${"1,".repeat(90_000)}1]`,
  "JSON of names of the program": '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  "deep keys": many(400, (at) => `${" ".repeat(at)}a:\n`),
  "a branch in a branch": withFlow(`  - ${"{ when: true, then: [".repeat(4000)}tool${"] }".repeat(4000)}\n`),
  "ten thousand keys": many(12_000, (at) => `key${at}: 1\n`),
  "a thousand questions": withQuestions(
    many(1300, (at) => `  q_${at}: { ask: A, type: numbr }\n`),
    many(1300, (at) => `  - q_${at}\n`),
  ),
  "rules that hang together": withQuestions(
    many(500, (at) => `  q_${at}: { ask: A?, type: number, least: 0, most: 9 }\n`),
    many(500, (at) => (at === 0 ? "  - q_0\n" : `  - { when: q_${at - 1} > 1 or q_${at >> 1} < 3 and q_${at} = 2, ask: q_${at} }\n`)),
  ),
  "rules of many cases": withFlow(
    `  - height\n${many(300, (at) => `  - { when: '(${many(20, (n) => `height = ${n} or `)}height = 30) and not(height = ${at % 30})', stop: gone }\n`)}`,
  ),
  "a table of two thousand rows": changed(
    FEE,
    `fee: price\ntables: { price: { hit: unique, rows: [${many(2000, (at) => `{when: height = ${at}, gives: 1}, `)}] } }`,
  ),
  "tables of tables": changed(
    FEE,
    `fee: t_29\ntables:\n${many(30, (at) => `  t_${at}: { hit: first, rows: [{ when: ${at === 0 ? "height" : `t_${at - 1} + t_${at - 1}`} > 1, gives: ${at === 0 ? "1" : `t_${at - 1} * t_${at - 1}`} }] }\n`)}`,
  ),
  "facts of facts": changed(
    FEE,
    `fee: f_39\nfacts:\n${many(40, (at) => `  f_${at}: { label: f, type: number, rule: '${at === 0 ? "card" : `f_${at - 1} - f_${at - 1} * f_${at - 1}`}' }\n`)}`,
  ).replace("  - card\n", () => `  - card\n${many(40, (at) => `  - f_${at}\n`)}`),
  "six thousand options": changed(
    "drill: A drill, ladder: A ladder",
    many(6000, (at) => `o_${at}: ${at} to ${at + 5}, `),
  ),
  "a text without an end": changed("Our longest ladder reaches 6 metres.", "notwithstanding the aforementioned ".repeat(4000)),
  "a text of one word": changed("Our longest ladder reaches 6 metres.", "e".repeat(150_000)),
  "a label of numbers": changed("A drill", `"${"1-".repeat(50_000)}"`),
  "a subject of braces": changed("subject: Thank you", `subject: "${"{".repeat(60_000)}"`),
  "a name of a hundred thousand letters": changed("owner: libraries", `${"a".repeat(100_000)}: libraries`),
  "a question of a hundred thousand letters": changed("  - card\n", `  - ${"q".repeat(100_000)}\n`),
  "a stage of a hundred thousand letters": changed("to: back,", `to: ${"s".repeat(100_000)},`),
  "a text of dots": body(`"x${".".repeat(9900)}x"`),
  "a text of links": body(`"${"](".repeat(4900)}"`),
  "a text of signs": body(`"x${"@".repeat(9900)} x"`),
  "a text of blanks": body(`"in excess of${" ".repeat(9800)}prior"`),
  "texts of offices": withQuestions(
    many(18, (at) => `  q_${at}: { ask: A?, type: text, hint: "${"persons prior to ".repeat(580)}" }\n`),
    many(18, (at) => `  - q_${at}\n`),
  ),
  "dates that never were": changed("earliest: today", "earliest: 9999-99-99"),
};
