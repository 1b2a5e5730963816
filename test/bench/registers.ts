import { readRegister } from "../../src/registers/read-register.ts";
import type { Register, RegisterPlan } from "../../src/registers/register.ts";
import { perSecond } from "./per-second.ts";

const PLAN: RegisterPlan = { name: "streets", key: "usrn", label: "street", columns: { parish: "text", length: "number" } };
const FIRST = ["Mill", "Abbey", "Orchard", "Harbour", "Market", "Station", "Church", "Bridge", "Victoria", "Albert", "Nelson", "Castle"];
const SECOND = ["field", "gate", "brook", "wood", "ford", "mead", "side", "well", "hurst", "combe", "down", "ley", "cote", "thorpe"];
const LAST = ["Street", "Road", "Lane", "Close", "Avenue", "Drive", "Way", "Court"];

/** What people type: a word, its beginning, two words, one misspelt, and one that is nowhere. */
const TYPED = ["orchard", "mil", "victoria gate", "harbuor road", "st", "zzzzzz"];

export interface RegisterFigures {
  readonly rows: number;
  /** Milliseconds to read the file and to make the index. */
  readonly read: number;
  readonly searches: number;
  /** Bytes that the register and its index hold. */
  readonly memory: number;
}

/** A register of made-up streets. */
export function streets(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const [one, two, three] = [FIRST[at % 12], SECOND[Math.floor(at / 12) % 14], LAST[Math.floor(at / 168) % 8]];
    const other = at >= 1344 ? ` ${FIRST[Math.floor(at / 1344) % 12]}` : "";
    return `${40_000_000 + at},${one}${two}${other} ${three},Parish ${at % 37},${at % 900}`;
  });
  return `USRN,Street,Parish,Length\n${lines.join("\n")}\n`;
}

function used(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

export function benchRegister(rows: number, milliseconds: number): RegisterFigures {
  const text = streets(rows);
  const before = used();
  const start = performance.now();
  const register = read(text);
  register.search({ words: "a", limit: 8 });
  const took = performance.now() - start;
  const memory = used() - before;
  let at = 0;
  const searches = perSecond(() => register.search({ words: TYPED[at++ % TYPED.length] ?? "", limit: 8 }), milliseconds);
  return { rows, read: took, searches, memory };
}

function read(text: string): Register {
  const reading = readRegister(text, PLAN);
  if (!reading.ok) throw new Error(reading.faults.map(({ message }) => message).join("; "));
  return reading.register;
}
