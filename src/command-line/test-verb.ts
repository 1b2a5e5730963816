import { calendarOfNation, workCalendar } from "../cases/clock/work-calendar.ts";
import { coveringJourneys } from "../journey/cover.ts";
import type { CoveringJourney } from "../journey/cover.ts";
import { dayOf, systemClock } from "../platform/clock.ts";
import { oneService } from "./one-service.ts";
import type { ExitCode } from "./operator.ts";
import { answerLines } from "./print-journey.ts";
import { CHANNELS_TESTED, channelFaults } from "./three-channels.ts";
import type { Fault } from "./three-channels.ts";
import type { Desk, Verb } from "./verb.ts";
import type { Service } from "../definition/service.ts";

/** `test`: the covering journeys of a service, by every channel. */
export const TEST: Verb = {
  about:
    "Send the covering journeys of a service as the web (without scripts), the desk and the API read them, and hold that all come to the same case. No server is started.",
  use: ["test SERVICE [--json]", "test FILE"],
  run: testService,
};

async function testService(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const names = words.filter((word) => word !== "--json");
  const option = names.find((name) => name.startsWith("-"));
  if (option !== undefined) return refuse(desk, `test has no option ${option}. It has --json.`);
  const chosen = await oneService(desk, "test", names);
  if (chosen === undefined) return 1;
  const now = systemClock.now();
  const journeys = coveringJourneys(chosen.service, dayOf(now));
  const faults = channelFaults(
    chosen.service,
    journeys,
    now,
    chosen.council === undefined ? calendarOfNation("england") : workCalendar(chosen.council),
  );
  if (words.includes("--json")) desk.say(JSON.stringify({ service: chosen.service.id, journeys: journeys.length, faults }, null, 2));
  else for (const line of lines(chosen.service, journeys, faults)) desk.say(line);
  return faults.length === 0 ? 0 : 1;
}

function lines(service: Service, journeys: readonly CoveringJourney[], faults: readonly Fault[]): readonly string[] {
  const channels = Object.keys(CHANNELS_TESTED).join(", ");
  const cases = journeys.filter(({ end }) => end.kind === "check").length;
  const sent = `${service.id}: ${journeys.length} journeys (${cases} to a case, ${journeys.length - cases} to an outcome) by ${channels}`;
  if (faults.length === 0) return [`${sent}: each comes to the same by all of them.`];
  return [
    `${sent}: ${faults.length} went wrong.`,
    ...faults.flatMap(({ channel, journey, why }) => [
      "",
      `Journey ${journey} by ${channel}: ${why}`,
      ...answerLines(service, journeys[journey - 1]?.answers ?? {}, "  "),
    ]),
  ];
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}
