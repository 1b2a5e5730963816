import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { openCouncils } from "../../src/councils/councils.ts";
import { statement } from "../../src/platform/statement.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { testDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";
import { testLog } from "../support/log.ts";
import { councilYaml, DRILL, smallHouse, WHO } from "./small-council.ts";
import type { SmallHouse } from "./small-council.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("councils: councils", () => {
  const now = new Date("2026-03-01T10:00:00Z");
  const count = statement("test-definitions-count", "select service, version from definitions where council = $1 order by version");
  let database: TestDatabase;
  let house: SmallHouse;
  let ids = 0;
  let town = "";

  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());
  beforeEach(() => {
    town = `town-${++ids}`;
    house = smallHouse([town]);
  });
  afterEach(() => house.remove());

  const open = (watch = false, log = testLog()) =>
    openCouncils({ database, clock: { now: () => now }, log, watch, folder: house.folder, shelf: house.shelf });
  const versions = async () => (await database.query<{ version: number }>(count, [town])).map(({ version }) => version);
  const titled = (title: string): string => DRILL.replace("Borrow a drill", title);
  const BROKEN = DRILL.replace("type: number", "type: numbre");

  test("a definition is published once, by whichever program comes first", async () => {
    const opened = await Promise.all([open(), open(), open()]);
    await open();
    assert.deepEqual(await versions(), [1]);
    assert.deepEqual(
      opened.map((councils) => councils.service(town, "lend-a-drill")?.version),
      [1, 1, 1],
    );
    assert.equal(opened[0]?.services(town)[0]?.title, "Borrow a drill");
  });

  test("different programs that publish different definitions at once get different numbers", async () => {
    await open();
    const others = Array.from({ length: 6 }, (_, number) => {
      const other = smallHouse([town]);
      other.write("services/lend-a-drill.yaml", titled(`Borrow drill ${"abcdef"[number]}`));
      return other;
    });
    const clock = { now: () => now };
    const opened = await Promise.all(
      others.map(({ folder, shelf }) => openCouncils({ database, clock, log: testLog(), watch: false, folder, shelf })),
    );
    for (const other of others) other.remove();
    assert.deepEqual(await versions(), [1, 2, 3, 4, 5, 6, 7]);
    await Promise.all(opened.map((councils) => councils.follow()));
    const live = new Set(opened.map((councils) => councils.service(town, "lend-a-drill")?.version));
    assert.deepEqual(live, new Set([7]), "what was decided last is live in all of them");
  });

  test("a change makes the next version, and the one before stays as it was", async () => {
    await open();
    house.write("services/lend-a-drill.yaml", titled("Borrow a big drill"));
    const councils = await open();
    assert.equal(councils.service(town, "lend-a-drill")?.version, 2);
    assert.equal((await councils.version(town, "lend-a-drill", 1))?.title, "Borrow a drill");
    assert.equal((await councils.version(town, "lend-a-drill", 2))?.title, "Borrow a big drill");
    assert.equal(await councils.version(town, "lend-a-drill", 3), undefined);
    assert.equal(await councils.version("elsewhere", "lend-a-drill", 1), undefined);
  });

  test("a changed fragment makes a version too, and old versions keep the fragment they had", async () => {
    await open();
    house.write("services/shared/who.yaml", WHO.replace("What is your name?", "Who are you?"));
    const councils = await open();
    assert.equal(councils.service(town, "lend-a-drill")?.version, 2);
    assert.equal(councils.service(town, "lend-a-drill")?.questions.get("full_name")?.ask, "Who are you?");
    assert.equal((await councils.version(town, "lend-a-drill", 1))?.questions.get("full_name")?.ask, "What is your name?");
  });

  test("a changed register makes a version, and the one before keeps its rows and its reading of them", async () => {
    const ask = "questions:\n  shop: { ask: Which shop?, type: register, from: shops }";
    house.write("services/lend-a-drill.yaml", DRILL.replace("questions:", ask).replace("[holes, who]", "[holes, shop, who]"));
    house.write("services/registers/shops.yaml", "register: shops\nkey: code\nlabel: shop\n");
    house.write("services/registers/shops.csv", "code,shop\na,Anvil\n");
    await open();
    house.write(`councils/${town}/registers/shops.csv`, "\ufeffCode,Shop\nb,Bolts & Co\n");
    const councils = await open();
    const rowsOf = async (version: number) => {
      const register = (await councils.version(town, "lend-a-drill", version))?.questions.get("shop")?.register;
      return register?.search({ words: "", limit: 9 }).rows.map(({ key, label }) => `${key} ${label}`);
    };
    assert.equal(councils.service(town, "lend-a-drill")?.version, 2);
    assert.deepEqual([await rowsOf(1), await rowsOf(2)], [["a Anvil"], ["b Bolts & Co"]]);
    house.write(`councils/${town}/registers/shops.csv`, "code,shop\nb,Bolts\nb,Nuts\n");
    const broken = await open();
    assert.equal(broken.service(town, "lend-a-drill")?.version, 2, "the last good version serves");
    assert.deepEqual(
      broken.findings(town, "lend-a-drill").map(({ code, line }) => `${code} ${line}`),
      ["register-key 3"],
    );
  });

  test("a fragment that it does not name changes nothing", async () => {
    await open();
    house.write("services/shared/other.yaml", WHO.replace("fragment: who", "fragment: other"));
    await open();
    assert.deepEqual(await versions(), [1]);
  });

  test("an old version is compiled once, and the live one costs no statement", async () => {
    await open();
    house.write("services/lend-a-drill.yaml", titled("Borrow a big drill"));
    const councils = await open();
    const cost = async (version: number) => (await countStatements(() => councils.version(town, "lend-a-drill", version))).count;
    assert.deepEqual([await cost(2), await cost(1), await cost(1)], [0, 1, 0]);
  });

  test("a definition with errors is not published; the last good one serves, and what is wrong is logged and told", async () => {
    await open();
    house.write("services/lend-a-drill.yaml", BROKEN);
    const log = testLog();
    const councils = await open(false, log);
    assert.deepEqual(await versions(), [1]);
    assert.equal(councils.service(town, "lend-a-drill")?.version, 1);
    const [finding] = councils.findings(town, "lend-a-drill");
    assert.equal(finding?.severity, "error");
    assert.equal(finding?.file, "services/lend-a-drill.yaml");
    assert.ok(
      log.lines.some(
        (line) =>
          line.includes("definition not published") && line.includes(`services/lend-a-drill.yaml:${finding.line}:${finding.column}`),
      ),
    );
  });

  test("one that was never good is not offered, and the rest are", async () => {
    house.write("services/lend-a-saw.yaml", BROKEN.replace("lend-a-drill", "lend-a-saw"));
    house.write(`councils/${town}/council.yaml`, councilYaml(town, [["[lend-a-drill]", "[lend-a-saw, lend-a-drill]"]]));
    const councils = await open();
    assert.equal(councils.service(town, "lend-a-saw"), undefined);
    assert.deepEqual(
      councils.services(town).map(({ id }) => id),
      ["lend-a-drill"],
    );
  });

  test("an old version still opens after the council has dropped the team it names", async () => {
    await open();
    house.write(`councils/${town}/council.yaml`, councilYaml(town, [["  tools: {", "  sheds: {"]]));
    const councils = await open();
    assert.ok(councils.findings(town, "lend-a-drill").some(({ severity }) => severity === "error"));
    assert.equal((await councils.version(town, "lend-a-drill", 1))?.case.team, "tools");
  });

  test("in development a saved file is there on the next request; otherwise nothing is read again", async () => {
    const [watched, served] = [await open(true), await open(false)];
    house.write("services/lend-a-drill.yaml", titled("Borrow a big drill"));
    await Promise.all([watched.refresh(), watched.refresh(), served.refresh()]);
    assert.equal(watched.service(town, "lend-a-drill")?.title, "Borrow a big drill");
    assert.equal(served.service(town, "lend-a-drill")?.title, "Borrow a drill");
    assert.deepEqual(await versions(), [1, 2]);
    house.write("services/lend-a-drill.yaml", BROKEN);
    await watched.refresh();
    assert.equal(watched.service(town, "lend-a-drill")?.title, "Borrow a big drill");
    assert.ok(watched.findings(town, "lend-a-drill").length > 0);
    house.write("services/lend-a-drill.yaml", DRILL);
    await watched.refresh();
    assert.deepEqual(
      [
        watched.service(town, "lend-a-drill")?.version,
        watched.findings(town, "lend-a-drill").filter(({ severity }) => severity === "error"),
      ],
      [1, []],
    );
  });

  test("in development a broken council.yaml leaves the council as it was and says what is wrong", async () => {
    const councils = await open(true);
    house.write(`councils/${town}/council.yaml`, councilYaml(town, [["nation: england", "nation: nowhere"]]));
    await councils.refresh();
    assert.equal(councils.get(town)?.nation, "england");
    assert.deepEqual(
      councils.folderFindings().map(({ code, line }) => ({ code, line })),
      [{ code: "value-shape", line: 4 }],
    );
  });

  test("with one council every host serves it; with several, each its own and no other host any", async () => {
    assert.equal((await open()).byHost("anything.example:3000")?.id, town);
    house.write("councils/second/council.yaml", councilYaml("second"));
    const councils = await open();
    assert.deepEqual(
      councils.all().map(({ id }) => id),
      ["second", town],
    );
    assert.equal(councils.byHost("second.example")?.id, "second");
    assert.equal(councils.byHost(`${town.toUpperCase()}.EXAMPLE.:3000`)?.id, town);
    assert.equal(councils.byHost("third.example"), undefined);
    assert.deepEqual(councils.folderFindings(), []);
    house.write("councils/third/council.yaml", councilYaml("third", [["[third.example]", "[third.example, second.example]"]]));
    const clashing = await open();
    assert.equal(clashing.byHost("second.example")?.id, "second");
    assert.deepEqual(
      clashing.folderFindings().map(({ code, file }) => ({ code, file })),
      [{ code: "council-host", file: "councils/third/council.yaml" }],
    );
  });

  test("a council that can't be served leaves the others alone; none at all refuses to start", async () => {
    house.write("councils/second/council.yaml", "council: second");
    assert.deepEqual(
      (await open()).all().map(({ id }) => id),
      [town],
    );
    house.write(`councils/${town}/council.yaml`, "name: [");
    await assert.rejects(open(), { code: "council-broken" });
    house.remove();
    await assert.rejects(open(), { code: "council-missing" });
  });
});
