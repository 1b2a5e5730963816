import { CHECKS } from "../definition/checks/registry.ts";
import type { Finding } from "../definition/service.ts";

const LEVEL = { error: "error", warning: "warning", advice: "note" } as const;

/**
 * Findings as a log of SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines. Paths are relative to the folder that was
 * looked through.
 */
export function sarifLog(findings: readonly Finding[]): string {
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted();
  const rules = codes.map((id) => ({ id, ...described(CHECKS.get(id)?.about) }));
  const driver = { name: "guildhall check", rules };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results: findings.map((finding) => result(finding, codes)) }],
  };
  return JSON.stringify(log, null, 2);
}

function described(text: string | undefined): object {
  return text === undefined ? {} : { shortDescription: { text } };
}

function result(finding: Finding, codes: readonly string[]): object {
  const { code, severity, message, fix, file, line, column, length = 1 } = finding;
  const region = { startLine: line, startColumn: column, endColumn: column + length };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVEL[severity],
    message: { text: fix === undefined ? message : `${message} ${fix}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region } }],
  };
}
