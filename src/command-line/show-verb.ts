import { diffServices } from "../definition/diff/diff-services.ts";
import { baseOf } from "./base-service.ts";
import { oneService } from "./one-service.ts";
import type { ExitCode } from "./operator.ts";
import { diffLines } from "./print-diff.ts";
import { serviceLines } from "./show-service.ts";
import type { Desk, Verb } from "./verb.ts";

/** `show`: prints a service as text; with `--overlay`, how it differs from the shelf. */
export const SHOW: Verb = {
  about:
    "Print a service as readable text: what is asked under which rules, its stages, deadlines, fee and messages. With --overlay, what a council's overlay changes of the shelf's service.",
  use: ["show SERVICE", "show SERVICE --overlay"],
  run: show,
};

async function show(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const names = words.filter((word) => word !== "--overlay");
  const option = names.find((name) => name.startsWith("-"));
  if (option !== undefined) return refuse(desk, `show has no option ${option}. It has --overlay.`);
  const chosen = await oneService(desk, "show", names);
  if (chosen === undefined) return 1;
  if (names.length === words.length) {
    for (const line of serviceLines(chosen.service)) desk.say(line);
    return 0;
  }
  const base = baseOf(chosen.definition, chosen.service);
  if (base === undefined) return refuse(desk, `${chosen.service.id} is a whole definition, not an overlay.`);
  // That it lies over something is what was asked about, and no difference.
  const { extends: name, ...service } = chosen.service;
  desk.say(`${chosen.definition.file.name} lies over ${name}.`);
  const changes = diffServices(base, service);
  for (const line of diffLines(changes)) desk.say(line);
  return 0;
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}
