import type { Service } from "../definition/service.ts";
import type { CoveringJourney } from "../journey/cover.ts";
import { coveringJourneys } from "../journey/cover.ts";
import { endingOf } from "../journey/ending.ts";
import { BOUNDS, pathsOf } from "../journey/paths.ts";
import type { Paths } from "../journey/paths.ts";
import { walk } from "../journey/walk.ts";
import { dayOf, systemClock } from "../platform/clock.ts";
import { oneService } from "./one-service.ts";
import type { ExitCode } from "./operator.ts";
import { answerLines, endingInWords } from "./print-journey.ts";
import type { Desk, Verb } from "./verb.ts";

/** `paths`: every distinct way through a service, and a set of journeys that covers it. */
export const PATHS: Verb = {
  about: "Print every distinct path through a service with its ending, and a set of journeys that covers all answers and rules.",
  use: ["paths SERVICE [--most N] [--json]", "paths FILE"],
  run: paths,
};

async function paths(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const wish = readWish(words);
  if (typeof wish === "string") return refuse(desk, wish);
  const chosen = await oneService(desk, "paths", wish.names);
  if (chosen === undefined) return 1;
  const today = dayOf(systemClock.now());
  const found = pathsOf(chosen.service, today, { ...BOUNDS, paths: wish.most });
  const journeys = coveringJourneys(chosen.service, today);
  if (wish.json) desk.say(asJson(chosen.service, today, found, journeys));
  else for (const line of lines(chosen.service, today, found, journeys)) desk.say(line);
  return 0;
}

interface Wish {
  readonly names: readonly string[];
  readonly json: boolean;
  readonly most: number;
}

function readWish(words: readonly string[]): Wish | string {
  const names: string[] = [];
  let json = false;
  let most = BOUNDS.paths;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--json") json = true;
    else if (word === "--most") {
      most = Number(words[++at]);
      if (!Number.isSafeInteger(most) || most < 1) return "Write a whole number after --most, such as --most 500.";
    } else if (word.startsWith("-")) return `paths has no option ${word}. It has --most and --json.`;
    else names.push(word);
  }
  return { names, json, most };
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}

function asJson(service: Service, today: string, found: Paths, journeys: readonly CoveringJourney[]): string {
  const covering = journeys.map(({ answers }) => ({ end: endingOf(service, walk(service, answers, today)), answers }));
  return JSON.stringify({ service: service.id, today, ...found, journeys: covering }, null, 2);
}

function lines(service: Service, today: string, found: Paths, journeys: readonly CoveringJourney[]): readonly string[] {
  return [
    `${service.title} (${service.id}): ${found.notFollowed > 0 ? "at least " : ""}${found.paths.length + found.leftOut} distinct paths`,
    ...found.paths.flatMap(({ screens, end }, index) => [
      "",
      `Path ${index + 1} ends at ${endingInWords(service, end)}`,
      `  ${screens.join(" > ")}`,
    ]),
    ...boundLines(found),
    "",
    `Covering set: ${journeys.length} journeys that give every answer that matters and take every side of every rule`,
    ...journeys.flatMap((journey, index) => journeyLines(service, today, journey, index)),
  ];
}

function boundLines({ leftOut, notFollowed }: Paths): readonly string[] {
  const more = leftOut === 0 ? [] : ["", `${leftOut} more paths are left out. Print them with --most.`];
  if (notFollowed === 0) return more;
  const bound = `The search stopped after ${BOUNDS.walks} walks, with ${notFollowed} answers to a screen not followed: there may be more paths.`;
  return [...more, "", bound];
}

function journeyLines(service: Service, today: string, { answers }: CoveringJourney, index: number): readonly string[] {
  const end = endingOf(service, walk(service, answers, today));
  const words = end === undefined ? "" : endingInWords(service, end);
  return ["", `Journey ${index + 1} ends at ${words}`, ...answerLines(service, answers, "  ")];
}
