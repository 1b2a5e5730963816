import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { benchRegister } from "../registers.ts";
import type { Part, Plan, Row } from "../row.ts";
import { milliseconds, whole } from "../row.ts";

/** Memory is only known once what is no longer used is gone. */
function exposeCollector(): void {
  setFlagsFromString("--expose-gc");
  globalThis.gc = runInNewContext("gc") as NonNullable<typeof globalThis.gc>; // as the flag has it
}

async function run({ quick, say }: Plan): Promise<readonly Row[]> {
  say("registers: reading and searching");
  exposeCollector();
  return [10_000, 50_000].flatMap((rows) => {
    const { read, searches, memory } = benchRegister(rows, quick ? 200 : 2000);
    const of = `of a register of ${whole(rows)} rows`;
    return [
      { what: `searches ${of}, a second`, figure: whole(searches) },
      { what: `reading and indexing ${of}`, figure: milliseconds(read) },
      { what: `memory ${of}, with its file and index`, figure: `${(memory / 1_000_000).toFixed(1)} MB` },
    ];
  });
}

export const registers: Part = {
  name: "registers",
  how:
    "A file of made-up streets with four columns is read and indexed once, then searched in one thread for a word, the beginning of one, two words, a " +
    "misspelt one, a short form that half of the rows have and one that is nowhere, in turn.",
  run,
};
