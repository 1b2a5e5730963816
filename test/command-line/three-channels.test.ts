import { calendarOfNation } from "../../src/cases/clock/work-calendar.ts";
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { run } from "../../src/command-line/run.ts";
import { CHANNELS_TESTED, channelFaults } from "../../src/command-line/three-channels.ts";
import type { Channelled } from "../../src/command-line/three-channels.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { shelf } from "../journey/shelf.ts";
import { service, yesNo } from "../journey/small-service.ts";

const at = new Date("2026-03-02T10:00:00Z");
const today = "2026-03-02";

for (const one of shelf()) {
  test(`${one.id}: every covering journey comes to the same by the web, the desk and the API`, () => {
    assert.deepEqual(channelFaults(one, coveringJourneys(one, today), at, calendarOfNation("england")), []);
  });
}

test("screens that open after an optional question was left empty are asked at the desk too", () => {
  const chained = service(
    yesNo("red", "blue", "green").replace("label: if it is red", "label: if it is red, optional: true"),
    "  - red\n  - { when: red = null, ask: blue }\n  - { when: blue, ask: green }\n  - { when: green, stop: no }",
  );
  const journeys = coveringJourneys(chained, today);
  assert.ok(journeys.some(({ answers }) => answers["red"] === null && answers["green"] === true));
  assert.deepEqual(channelFaults(chained, journeys, at, calendarOfNation("england")), []);
});

test("a channel that loses an answer, or ends elsewhere, is found and named with its journey", () => {
  const wide = service(yesNo("red", "blue"), "  - red\n  - { when: red, stop: no }\n  - blue");
  const journeys = coveringJourneys(wide, today);
  const { api } = CHANNELS_TESTED;
  assert.ok(api);
  const forgetful: Channelled = (sending) => api({ ...sending, answers: { ...sending.answers, blue: false } });
  const faults = channelFaults(wide, journeys, at, calendarOfNation("england"), { api, forgetful });
  const blue = journeys.findIndex(({ answers }) => answers["blue"] === true) + 1;
  assert.ok(faults.some(({ channel, journey, why }) => channel === "forgetful" && journey === blue && /and not to case/.test(why)));
  assert.ok(faults.every(({ channel }) => channel === "forgetful"));
});

test("test says that all is well, as JSON too, and which option is wrong", async () => {
  const said: string[] = [];
  const root = join(import.meta.dirname, "..", "..");
  const desk = { root, say: (line: string) => void said.push(line), complain: (line: string) => void said.push(line) };
  assert.equal(await run(desk, ["test", "report-a-pothole"]), 0);
  assert.match(said.join(), /^report-a-pothole: \d+ journeys \(\d+ to a case, 2 to an outcome\) by web, desk, api: each comes to the same/);
  said.length = 0;
  assert.equal(await run(desk, ["test", "report-a-pothole", "--json"]), 0);
  const json: { faults: unknown[] } = JSON.parse(said.join(""));
  assert.deepEqual(json.faults, []);
  assert.equal(await run(desk, ["test", "report-a-pothole", "--fast"]), 1);
  assert.equal(await run(desk, ["test"]), 1);
});
