import { councilFiles } from "../support/council-files.ts";

const ALL = "cases.read, cases.work, cases.assign, cases.export, cases.all-teams, messages.send, letters.print, records.manage";

/** A small council in which the team care and the service ask-for-care are sensitive. */
export function careFiles(): Record<string, string> {
  const files: Record<string, string> = { ...councilFiles("north") };
  const bench = files["north/services/report-a-bench.yaml"] ?? "";
  const yaml = files["north/council.yaml"] ?? "";
  const named = (id: string, team: string): string =>
    bench
      .replace("service: report-a-bench", `service: ${id}`)
      .replace("  team: tools", `  team: ${team}`)
      .replace("owner: tools", `owner: ${team}`);
  files["north/services/ask-for-care.yaml"] = named("ask-for-care", "tools");
  files["north/services/ask-for-help.yaml"] = named("ask-for-help", "care");
  files["north/council.yaml"] = yaml
    .replace("teams:\n", "teams:\n  care: { name: Care, email: care@north.example, sensitive: true }\n")
    .replace("services: [report-a-bench]", "services: [report-a-bench, ask-for-care, ask-for-help]\nsensitive: [ask-for-care]")
    .replace(
      "roles:\n",
      `roles:\n  all: { name: All, permissions: [${ALL}] }\n  carer: { name: Carer, permissions: [cases.read, cases.work, cases.sensitive] }\n  reviewer: { name: Reviewer, permissions: [looks.review] }\n  helper: { name: Helper, permissions: [cases.read, cases.work, cases.emergency] }\n`,
    );
  return files;
}
