import { closest } from "../rules/closest.ts";
import { KEY_USE, keyVerb } from "./key-verb.ts";
import {
  CALL_OFF_USE,
  callOffVerb,
  PUBLISH_USE,
  publishVerb,
  ROLLBACK_USE,
  rollbackVerb,
  WITHDRAW_USE,
  withdrawVerb,
} from "./act-verbs.ts";
import { AUDIT_USE, auditVerb } from "./audit-verb.ts";
import { CHECK } from "./check-verb.ts";
import { DIFF } from "./diff-verb.ts";
import { FIGURES_USE, figuresVerb } from "./figures-verb.ts";
import { helpLines } from "./help.ts";
import { IMPORT } from "./import-verb.ts";
import { onInstallation } from "./installation.ts";
import { NEW } from "./new-verb.ts";
import { OFFICER_USE, officerVerb } from "./officer-verb.ts";
import type { ExitCode } from "./operator.ts";
import { PATHS } from "./paths-verb.ts";
import { RECORDS_USE, recordsVerb } from "./records-verb.ts";
import { REFERENCE } from "./reference-verb.ts";
import { SHADOW } from "./shadow-verb.ts";
import { SHOW } from "./show-verb.ts";
import { TEST } from "./test-verb.ts";
import { TRANSLATIONS } from "./translations-verb.ts";
import { TRY } from "./try-verb.ts";
import { UPGRADE } from "./upgrade-verb.ts";
import { VERSIONS_USE, versionsVerb } from "./versions-verb.ts";
import type { Desk, Verb } from "./verb.ts";

/** Every verb of the command line, in the order of `help`. */
export const VERBS: ReadonlyMap<string, Verb> = new Map([
  ["new", NEW],
  ["import", IMPORT],
  ["check", CHECK],
  ["show", SHOW],
  ["paths", PATHS],
  ["try", TRY],
  ["test", TEST],
  ["translations", TRANSLATIONS],
  ["versions", onInstallation("List the published versions of services, and say which are live.", VERSIONS_USE, versionsVerb)],
  ["publish", onInstallation("Publish a service, now or at a moment.", PUBLISH_USE, publishVerb)],
  [
    "withdraw",
    onInstallation("Withdraw a service: residents meet a plain page with other ways to reach the council.", WITHDRAW_USE, withdrawVerb),
  ],
  ["rollback", onInstallation("Make an earlier version of a service live again.", ROLLBACK_USE, rollbackVerb)],
  ["cancel", onInstallation("Call off what was planned for a service.", CALL_OFF_USE, callOffVerb)],
  ["diff", DIFF],
  ["upgrade", UPGRADE],
  ["shadow", SHADOW],
  ["officer", onInstallation("Add and list officers.", OFFICER_USE, officerVerb)],
  ["key", onInstallation("Make, list and revoke API keys.", KEY_USE, keyVerb)],
  ["figures", onInstallation("Count the performance figures again from the events.", FIGURES_USE, figuresVerb)],
  ["audit", onInstallation("Check that the history of every case is as it was written.", AUDIT_USE, auditVerb)],
  ["records", onInstallation("Count the closed cases that are due to be erased, before they are.", RECORDS_USE, recordsVerb)],
  ["reference", REFERENCE],
  ["help", { about: "Say what there is.", use: ["help"], run: async (desk) => help(desk) }],
]);

/** Does what the words say: a verb, then what belongs to it. Without words it says what there is. */
export async function run(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const [name = "help", ...rest] = words;
  const verb = VERBS.get(name === "--help" || name === "-h" ? "help" : name);
  if (verb !== undefined) return verb.run(desk, rest).catch((error: unknown) => withoutTheFile(desk, error));
  const meant = closest(name, [...VERBS.keys()]);
  desk.complain(
    `There is no verb ${name}. ${meant === undefined ? `There are ${[...VERBS.keys()].join(", ")}.` : `Did you mean ${meant}?`}`,
  );
  return 1;
}

function help(desk: Desk): ExitCode {
  for (const line of helpLines(VERBS)) desk.say(line);
  return 0;
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file or folder",
  ENOTDIR: "There is no such folder",
  EISDIR: "It is a folder, not a file",
  EACCES: "You may not read or write it",
  EPERM: "You may not read or write it",
  EROFS: "The disk may only be read",
  ENOSPC: "The disk is full",
};

/** A file that cannot be read or written is for the person who named it to mend; anything else is a fault of the program. */
function withoutTheFile(desk: Desk, error: unknown): ExitCode {
  const { code, path } = error as NodeJS.ErrnoException; // Safe: only read, and undefined on whatever else was thrown.
  const why = FILE_FAULTS[code ?? ""];
  if (!(error instanceof Error) || why === undefined || path === undefined) throw error;
  desk.complain(`${path}: ${why}.`);
  return 1;
}
