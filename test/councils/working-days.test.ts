import { BANK_HOLIDAYS } from "../../src/councils/bank-holidays.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { compileFile } from "../../src/councils/compile-file.ts";
import { openCouncils } from "../../src/councils/councils.ts";
import type { TestDatabase } from "../support/database.ts";
import { testDatabase } from "../support/database.ts";
import { testLog } from "../support/log.ts";
import { councilYaml, DRILL, smallHouse, WHO } from "./small-council.ts";

/** 2 January is a bank holiday in Scotland only. */
const SECOND = 'fee: if is working day(date("2026-01-02")) then 1 else 2\n';
const PAID = DRILL.replace("cost: Free", "cost: From £1").replace("retention:", `${SECOND}retention:`);

function feeIn(nation: "england" | "scotland"): unknown {
  const fragments = new Map([["who", { name: "who.yaml", text: WHO }]]);
  const compilation = compileFile(
    { service: "lend-a-drill", file: { name: "lend-a-drill.yaml", text: PAID }, fragments, registers: new Map() },
    undefined,
    BANK_HOLIDAYS[nation],
  );
  assert.ok(compilation.ok);
  return compilation.service.fee?.run({ today: "2026-03-01" });
}

describe("councils: working days", () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  test("rules count working days by the bank holidays of the nation", () => {
    assert.equal(feeIn("england"), 1);
    assert.equal(feeIn("scotland"), 2);
  });

  test("so do the live version and one that is pinned from before", async () => {
    const house = smallHouse(["strath"]);
    house.write("councils/strath/council.yaml", councilYaml("strath", [["england", "scotland"]]));
    house.write("services/lend-a-drill.yaml", PAID);
    const now = new Date("2026-03-01T10:00:00Z");
    const open = () =>
      openCouncils({ database, clock: { now: () => now }, log: testLog(), watch: false, folder: house.folder, shelf: house.shelf });
    await open();
    house.write("services/lend-a-drill.yaml", PAID.replace("Borrow a drill", "Borrow a big drill"));
    const councils = await open();
    for (const version of [1, 2]) {
      const service = await councils.version("strath", "lend-a-drill", version);
      assert.equal(service?.fee?.run({ today: "2026-03-01" }), 2, `version ${version}`);
    }
    house.remove();
  });
});
