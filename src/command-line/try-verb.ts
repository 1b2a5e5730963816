import { systemClock, dayOf } from "../platform/clock.ts";
import { BACK } from "./ask-question.ts";
import { oneService } from "./one-service.ts";
import type { ExitCode } from "./operator.ts";
import { tryJourney } from "./try-journey.ts";
import type { Desk, Verb } from "./verb.ts";
import { becomesLines } from "./what-becomes.ts";

/** `try`: one journey through a service in the terminal. */
export const TRY: Verb = {
  about: "Go through a service in the terminal, question by question, and see what it would become. Nothing is stored.",
  use: ["try SERVICE", "try FILE"],
  run: tryService,
};

async function tryService(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const chosen = await oneService(desk, "try", words);
  if (chosen === undefined) return 1;
  const { nextLine } = desk;
  if (nextLine === undefined) return refuse(desk, "try needs a terminal, or lines on standard input.");
  const now = systemClock.now();
  desk.say(`${chosen.service.title}. Type ${BACK} to go back. Nothing is stored.`);
  const answers = await tryJourney({ say: (line) => desk.say(line), nextLine }, chosen.service, dayOf(now));
  if (answers === undefined) return refuse(desk, "The input ended before the journey did. Nothing is stored.");
  desk.say("");
  for (const line of becomesLines(chosen.service, answers, chosen.council, now)) desk.say(line);
  return 0;
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}
