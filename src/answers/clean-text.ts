import type { AnswerWords } from "../language/answer-words.ts";
import { bad } from "./reading.ts";
import type { Reading } from "./answer-type.ts";

/** How one text is read. */
export interface TextRules {
  readonly field: string;
  /** Greatest length in characters (code points), after cleaning. */
  readonly longest: number;
  /** Whether line ends are kept; otherwise they become spaces. */
  readonly lines: boolean;
  /** "Your name", for messages. */
  readonly subject: string;
  /** The words for messages. */
  readonly words: AnswerWords;
  /** What is said when it is empty; absent where it may be. */
  readonly missing?: string;
}

export type TextReading = { readonly ok: true; readonly text: string } | (Reading & { readonly ok: false });

// Invisible signs that a pasted text carries and that nobody means: control characters, the marks that change the direction of what
// follows them (a person could disguise a file name or an address with them), byte-order marks and zero-width spaces. The joiners that
// Persian, Indian scripts and emoji need stay.
// oxlint-disable-next-line no-control-regex -- control characters are what it removes
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// Most answers are of these alone, which need no more than their spaces put right.
const PRINTABLE = /^[\x20-\x7e]*$/;
const BLANK = /^[\p{Z}\p{Cf}\p{Cc}]*$/u;

/**
 * Cleans a text: NFC, line ends as \n (spaces where the text is one line), invisible signs stripped, ends trimmed. Cleaning twice changes
 * nothing more. The length is looked at first, so that a text of many megabytes costs nothing.
 */
export function readText(raw: string, rules: TextRules): TextReading {
  if (raw.length > 10 * rules.longest + 1000) return tooLong(rules);
  if (!raw.isWellFormed()) return bad(rules.field, "text-unreadable", rules.words.unreadable(rules.subject));
  const text = clean(raw, rules.lines);
  if (text === "" && rules.missing !== undefined) return bad(rules.field, "answer-missing", rules.missing);
  return text.length > rules.longest && lengthOf(text) > rules.longest ? tooLong(rules) : { ok: true, text };
}

function clean(raw: string, lines: boolean): string {
  if (PRINTABLE.test(raw)) return (lines ? raw : raw.replace(/ {2,}/g, " ")).trim();
  const visible = raw.replace(LINE_END, "\n").replace(INVISIBLE, "").normalize("NFC");
  const text = (lines ? withoutTrailingSpaces(visible) : visible.replace(/\s+/g, " ")).trim();
  return BLANK.test(text) ? "" : text;
}

function withoutTrailingSpaces(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

function tooLong(rules: TextRules): Reading & { readonly ok: false } {
  return bad(rules.field, "text-too-long", rules.words.tooLong(rules.subject, rules.longest));
}

/** Characters (code points), as JSON Schema counts them. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Nothing in a posted field: not there, or only spaces. */
export function isBlank(raw: string | undefined): boolean {
  return raw === undefined || (raw.length < 1000 && BLANK.test(raw));
}
