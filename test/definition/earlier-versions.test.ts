import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { shelfNumber } from "../../src/definition/overlay/base.ts";

const SHELF = join(import.meta.dirname, "..", "..", "services");

test("the shelf keeps every version before the newest of a service, under its number", () => {
  const earlier = readdirSync(join(SHELF, "earlier")).filter((name) => name.endsWith(".yaml"));
  const kept = new Set(earlier);
  for (const name of earlier) {
    const [, service = "", number = ""] = /^([a-z0-9-]+)@(\d+)\.yaml$/.exec(name) ?? [];
    const text = readFileSync(join(SHELF, "earlier", name), "utf8");
    assert.equal(shelfNumber(text), Number(number), `${name} says another number`);
    assert.match(text, new RegExp(`^service: ${service}$`, "m"));
    assert.ok(shelfNumber(readFileSync(join(SHELF, `${service}.yaml`), "utf8")) > Number(number), `${name} is not earlier`);
  }
  for (const name of readdirSync(SHELF).filter((one) => one.endsWith(".yaml"))) {
    const newest = shelfNumber(readFileSync(join(SHELF, name), "utf8"));
    for (let number = 1; number < newest; number++) {
      const file = name.replace(".yaml", `@${number}.yaml`);
      assert.ok(kept.has(file), `services/earlier/${file} is missing: keep the text that ${name} had`);
    }
  }
});
