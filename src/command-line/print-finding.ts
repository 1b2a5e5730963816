import type { DefinitionFile } from "../councils/load-council.ts";
import type { Finding } from "../definition/service.ts";

const WIDEST = 110;

/** A finding as lines for a terminal: where, what, the line of the file with a caret under the place, and what to do. */
export function findingLines(finding: Finding, text: string | undefined): readonly string[] {
  const where = `${finding.file}:${finding.line}:${finding.column}`;
  const lines = [`${where}  ${finding.severity} ${finding.code}`, `  ${finding.message}`];
  const source = text?.split("\n")[finding.line - 1];
  if (source !== undefined && source.trim() !== "") lines.push("", ...pointed(source.trimEnd(), finding), "");
  if (finding.fix !== undefined) lines.push(`  ${finding.fix}`);
  return [...lines, ""];
}

/** The texts that findings about a definition point into, by the names of their files. */
export function textsOf({ file, fragments, registers }: DefinitionFile): ReadonlyMap<string, string> {
  const tables = [...registers.values()].flatMap(({ declaration, content }) => [declaration, content?.file]);
  const files = [file, ...fragments.values(), ...tables].filter((one) => one !== undefined);
  return new Map(files.map(({ name, text }) => [name, text]));
}

/** The source line, cut around the place when it is long, and a line of carets under the place. */
function pointed(source: string, finding: Finding): readonly string[] {
  const start = Math.max(0, Math.min(finding.column - 1 - Math.floor(WIDEST / 2), source.length - WIDEST));
  const shown = source.slice(start, start + WIDEST).replaceAll("\t", " ");
  const before = finding.column - 1 - start;
  const carets = Math.max(1, Math.min(finding.length ?? 1, shown.length - before));
  const number = String(finding.line);
  const gutter = " ".repeat(number.length);
  return [`  ${number} | ${shown}`, `  ${gutter} | ${" ".repeat(before)}${"^".repeat(carets)}`];
}

/** "2 errors, 1 warning", or "nothing wrong". */
export function tally(findings: readonly Finding[]): string {
  const parts = (["error", "warning", "advice"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity === "advice" || count === 1 ? severity : `${severity}s`}`];
  });
  return parts.length === 0 ? "nothing wrong" : parts.join(", ");
}
