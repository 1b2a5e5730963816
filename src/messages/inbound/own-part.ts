/** The lines with which mail programs begin what they quote, in English and Welsh. */
const BEGINNINGS: readonly RegExp[] = [
  /^-{2,}\s*(original message|forwarded message|neges wreiddiol)\s*-{2,}$/i,
  /^_{20,}$/,
  /^(on|ar)\s.{5,200}\s(wrote|ysgrifennodd)\b.{0,120}:$/i,
  /^(le|am)\s.{5,200}\s(a écrit|schrieb)\b.{0,120}:$/i,
  /^begin forwarded message:$/i,
];
/** Outlook quotes under a block of headers. */
const HEADER = /^\*?(from|sent|to|subject|date|oddi wrth|anfonwyd|at|pwnc):\*?\s/i;
const SIGNED_OFF = /^-- ?$/;
const LONGEST_LINE = 400;
const WRAPPED = 3;

function begins(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? "").trim();
  if (line === "" || line.length > LONGEST_LINE) return false;
  if (line.startsWith(">")) return lines.slice(at, at + 4).every((next) => next.trim() === "" || next.trim().startsWith(">"));
  // A long "On ... wrote:" is broken over lines.
  for (let more = 1; more <= WRAPPED; more++) {
    const joined = lines
      .slice(at, at + more)
      .map((part) => part.trim())
      .join(" ");
    if (joined.length <= LONGEST_LINE && BEGINNINGS.some((pattern) => pattern.test(joined))) return true;
  }
  return HEADER.test(line) && lines.slice(at + 1, at + 4).filter((next) => HEADER.test(next.trim())).length >= 2;
}

/** What a person wrote in an email themselves: the text above what it quotes. All of it where they wrote below, between, or nothing else. */
export function ownPart(text: string): string {
  const lines = text.split("\n");
  const end = lines.findIndex((line, at) => SIGNED_OFF.test(line) || begins(lines, at));
  if (end < 0) return text.trim();
  const [above, below] = [lines.slice(0, end), lines.slice(end)];
  const own = above.join("\n").trim();
  // Answers between quoted lines would be lost with them.
  const between = below.some((line, index) => index > 0 && line.trim().startsWith(">")) && hasOwnAfterQuotes(below);
  return own === "" || between ? text.trim() : own;
}

function hasOwnAfterQuotes(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => line.trim().startsWith(">"));
  const after = lines.slice(first).filter((line) => line.trim() !== "" && !line.trim().startsWith(">"));
  return first >= 0 && after.some((line) => !SIGNED_OFF.test(line)) && !after.some((line) => SIGNED_OFF.test(line));
}
