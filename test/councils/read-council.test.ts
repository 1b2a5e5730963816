import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCouncilFolder } from "../../src/councils/load-council.ts";
import { readCouncil } from "../../src/councils/read-council.ts";
import { councilYaml, smallHouse, WHO } from "./small-council.ts";

function read(...changes: readonly (readonly [string, string])[]) {
  return readCouncil({ name: "council.yaml", text: councilYaml("a-town", changes) }, "a-town");
}

function found(...changes: readonly (readonly [string, string])[]): readonly string[] {
  const reading = read(...changes);
  return reading.ok ? [] : reading.findings.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`);
}

test("a council's folder is read whole", () => {
  const reading = read();
  assert.ok(reading.ok);
  const { council } = reading;
  assert.equal(council.id, "a-town");
  assert.deepEqual(council.costs.get("web"), { pence: 20, source: "A study", assumption: false });
  assert.deepEqual([...council.teams.keys()], ["tools", "roads"]);
  assert.deepEqual(council.roles.get("worker")?.permissions, ["cases.read", "cases.work"]);
  assert.deepEqual([council.services, council.groups, council.links], [["lend-a-drill"], ["Tools"], {}]);
  assert.ok(Object.isFrozen(council));
});

test("each thing that is wrong is named with its line and column", () => {
  assert.deepEqual(found(["name: a-town Council", "nmae: a-town Council"]), [
    "1:1 key-missing The council has no name.",
    '2:1 key-unknown There is no key "nmae" in the council.',
  ]);
  assert.deepEqual(found(["council: a-town", "council: b-town"]), ["1:10 council-name The council is b-town and its folder is a-town."]);
  assert.deepEqual(found(['"#1d5c4f"', '"#ffdd00"']), ["5:9 council-colour White text on #ffdd00 has a contrast of 1.3."]);
  assert.deepEqual(found(['"#1d5c4f"', "#1d5c4f"]), ['5:9 value-shape colour should be a colour such as "#00703c"; here it is nothing.']);
  assert.deepEqual(found(["pence: 20", "pence: 0.20"]), [
    "9:17 value-shape pence should be a whole number from 0 to 1000000; here it is the number 0.2.",
  ]);
  assert.deepEqual(found(["  web:", "  fax:"]).length, 1);
  assert.deepEqual(found(["cases.work]", "cases.wrok]"]), ['14:53 council-permission There is no permission "cases.wrok".']);
  assert.deepEqual(found(["assumption: false", "assumption: no"]), [
    '9:50 value-shape assumption should be true or false; here it is the text "no".',
  ]);
});

test("a council's own days and office hours are read, and a weekend or an unreal day is refused", () => {
  const days =
    "calendar: { hours: { monday: 08:30 to 17:00, friday: 08:30 to 12:00 }, closed: [2026-12-24], worked: [2026-05-04] }\ngroups:";
  const reading = read(["groups:", days]);
  assert.ok(reading.ok);
  assert.deepEqual(reading.council.calendar, {
    hours: { monday: { from: 510, until: 1020 }, friday: { from: 510, until: 720 } },
    closed: ["2026-12-24"],
    worked: ["2026-05-04"],
  });
  const wrong = (calendar: string): readonly string[] => found(["groups:", `calendar: ${calendar}\ngroups:`]);
  assert.deepEqual(wrong("{ closed: [2026-12-26, 2026-02-30] }"), [
    "17:22 value-shape 2026-12-26 is at a weekend, which is never a working day.",
    "17:34 value-shape There is no day 2026-02-30.",
  ]);
  assert.deepEqual(wrong("{ hours: { monday: 17:00 to 09:00 } }"), [
    "17:20 value-shape On monday the office closes before it opens.",
    "17:20 value-shape The office is never open.",
  ]);
  assert.equal(wrong("{ hours: { monday: 9 to 5 } }").length, 2);
});

test("everything wrong is said at once", () => {
  assert.deepEqual(
    found(
      ["nation: england", "nation: france"],
      ["hosts: [a-town.example]", "hosts: https://a-town.example"],
      ["groups: [Tools]", "groups: [1]"],
    ).length,
    3,
  );
});

test("no text makes it throw", () => {
  for (const text of ["", "a", "- 1", "a: [", "council: {a: 1}\nname: [2]\nteams: []\nroles: 3\ncontact: null", "x: &a [*a]", "\u0000"]) {
    const reading = readCouncil({ name: "council.yaml", text }, "a-town");
    assert.equal(reading.ok, false, text);
    assert.ok(!reading.ok && reading.findings.length > 0, text);
  }
});

test("the council's own definition and fragment come before the shelf's, and a version keeps only the fragments it names", async () => {
  const house = smallHouse(["a-town", "b-town"]);
  try {
    house.write("services/shared/other.yaml", WHO.replace("fragment: who", "fragment: other"));
    house.write("councils/b-town/services/lend-a-drill.yaml", "flow: [who, other]");
    house.write("councils/b-town/services/shared/who.yaml", "own");
    const [a, b] = [
      await loadCouncilFolder(`${house.folder}/a-town`, house.shelf),
      await loadCouncilFolder(`${house.folder}/b-town`, house.shelf),
    ];
    assert.deepEqual(
      [a.definitions[0]?.file.name, [...(a.definitions[0]?.fragments.keys() ?? [])]],
      ["services/lend-a-drill.yaml", ["who"]],
    );
    assert.deepEqual(b.definitions[0]?.file.name, "councils/b-town/services/lend-a-drill.yaml");
    assert.deepEqual(b.definitions[0]?.fragments.get("who"), { name: "councils/b-town/services/shared/who.yaml", text: "own" });
    assert.deepEqual([...(b.definitions[0]?.fragments.keys() ?? [])], ["other", "who"]);
  } finally {
    house.remove();
  }
});

test("a service without a definition is found at its place in the list", async () => {
  const house = smallHouse(["a-town"]);
  try {
    house.write("councils/a-town/council.yaml", councilYaml("a-town", [["[lend-a-drill]", "[lend-a-drill, lend-a-saw]"]]));
    const { council, findings, definitions } = await loadCouncilFolder(`${house.folder}/a-town`, house.shelf);
    assert.deepEqual(council?.services, ["lend-a-drill", "lend-a-saw"]);
    assert.equal(definitions.length, 1);
    assert.deepEqual(
      findings.map(({ code, line, column, file, length }) => ({ code, line, column, file, length })),
      [{ code: "council-service", line: 16, column: 26, file: "councils/a-town/council.yaml", length: 10 }],
    );
  } finally {
    house.remove();
  }
});

test("the demonstration borough has no errors of its own", async () => {
  const { council, findings } = await loadCouncilFolder("councils/eastmere", "services");
  assert.equal(council?.name, "Eastmere Borough Council");
  assert.deepEqual(
    findings.filter(({ code }) => code !== "council-service"),
    [],
  );
  assert.equal(council.costs.get("phone")?.assumption, true);
  // Ofcom keeps 01632 960000 to 960999 for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
  assert.match(council.contact.phone, /^01632 960\d{3}$/);
});

test("the limits of a role, and what is sensitive, name services that are there and are no empty lists", () => {
  const worker = "[cases.read, cases.work] }";
  const limited = (limits: string) => found([worker, `[cases.read, cases.work], ${limits} }`]);
  assert.deepEqual(limited("services: [lend-a-drill], stages: [received], areas: [EM1, W1A]"), []);
  assert.match(limited("services: [lend-a-dril]").join(), /council-limit The role worker names the service lend-a-dril under services/);
  assert.match(limited("stages: []").join(), /council-limit The role worker limits stages to an empty list/);
  assert.match(limited("areas: [em1]").join(), /value-shape/);
  assert.match(
    found(["groups: [Tools]", "sensitive: [lend-a-saw]"]).join(),
    /council-limit The council names the service lend-a-saw under sensitive/,
  );
});
