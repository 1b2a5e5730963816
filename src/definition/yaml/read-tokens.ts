import { Lexer, Parser } from "yaml";
import type { CST } from "yaml";

/** Words, signs and stretches of white space. A long service has 3,000; reading this many takes about a second. */
export const MOST_PARTS = 50_000;
/** The parser keeps one entry for each open group and one for the value in it; checked exactly later, on the finished tree. */
const DEEPEST_STACK = 100;

export type TokenReading =
  | { readonly stopped: false; readonly tokens: readonly CST.Token[] }
  | { readonly stopped: "parts" }
  /** `at`: the offset at which it became too deep. */
  | { readonly stopped: "depth"; readonly at: number };

/** Reads a text into the syntax trees of its documents, and stops early where it is made to exhaust time or memory. */
export function readTokens(text: string): TokenReading {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let parts = 0;
  for (const part of new Lexer().lex(text)) {
    parts += 1;
    if (parts > MOST_PARTS) return { stopped: "parts" };
    for (const token of parser.next(part)) tokens.push(token);
    if (parser.stack.length > DEEPEST_STACK) return { stopped: "depth", at: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return { stopped: false, tokens };
}
