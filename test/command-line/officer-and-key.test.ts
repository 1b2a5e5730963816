import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { keyVerb } from "../../src/command-line/key-verb.ts";
import { officerVerb } from "../../src/command-line/officer-verb.ts";
import type { OperatorTools } from "../../src/command-line/operator.ts";
import type { Councils } from "../../src/councils/councils.ts";
import { openCouncils } from "../../src/councils/councils.ts";
import { findApiKey } from "../../src/people/api-keys.ts";
import { signIn } from "../../src/people/sign-in.ts";
import { seededIds } from "../../src/platform/ids.ts";
import { smallHouse } from "../councils/small-council.ts";
import { testDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";
import { testLog } from "../support/log.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("command-line: officer and key", () => {
  const clock = { now: () => new Date("2026-03-01T10:00:00Z") };
  const ids = seededIds(21);
  const house = smallHouse(["a-town", "b-town"]);
  let database: TestDatabase;
  let councils: Councils;
  let said: string[] = [];
  let complained: string[] = [];
  let input: string | undefined;

  before(async () => {
    database = await testDatabase();
    councils = await openCouncils({ database, clock, log: testLog(), watch: false, folder: house.folder, shelf: house.shelf });
  });
  after(async () => {
    house.remove();
    await database.close();
  });
  beforeEach(() => {
    said = [];
    complained = [];
    input = undefined;
  });

  const tools = (): OperatorTools => ({
    database,
    councils,
    clock,
    ids,
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    readLine: async () => input,
  });
  const officer = (...words: string[]) => officerVerb(tools(), words);
  const key = (...words: string[]) => keyVerb(tools(), words);

  test("an officer is added with a password that is shown once, and can sign in with it", async () => {
    assert.equal(
      await officer("add", "Sam@a.example", "--name", "Sam Lee", "--roles=worker,adviser", "--teams", "tools", "--council", "a-town"),
      0,
    );
    const password = /shown only now: (\S+)/.exec(said.join("\n"))?.[1] ?? "";
    assert.match(password, /^[0-9a-z]{4}(-[0-9a-z]{4}){4}$/);
    const found = await signIn({ database, clock, refusedAfter: 0 }, "a-town", "sam@a.example", password);
    assert.deepEqual([found?.name, found?.roles, found?.teams], ["Sam Lee", ["worker", "adviser"], ["tools"]]);
    said = [];
    await officer("list", "--council", "a-town");
    assert.deepEqual(said, ["sam@a.example  Sam Lee  worker,adviser  tools"]);
  });

  test("a password that is given on standard input is not shown, and a weak one is refused", async () => {
    input = "quiet otters swim";
    assert.equal(await officer("add", "kim@a.example", "--name", "Kim", "--roles", "worker", "--council", "b-town"), 0);
    assert.doesNotMatch(said.join("\n"), /otters/);
    input = "password1234";
    assert.equal(await officer("add", "lee@a.example", "--name", "Lee", "--roles", "worker", "--council", "b-town"), 1);
    assert.match(complained.join("\n"), /harder to guess/);
  });

  test("what is missing or not known is said, and nothing is added", async () => {
    const refused = async (...words: string[]) => {
      complained = [];
      assert.equal(await officer("add", ...words), 1);
      return complained.join("\n");
    };
    const town = ["--council", "a-town"];
    assert.match(await refused("x@a.example", "--name", "X", "--roles", "worker"), /--council: a-town, b-town/);
    assert.match(await refused("x@a.example", "--name", "X", "--roles", "boss", ...town), /no role boss/);
    assert.match(await refused("x@a.example", "--name", "X", "--roles", "worker", "--teams", "sea", ...town), /no team sea/);
    assert.match(await refused("x@a.example", "--name", "X", ...town), /at least one role/);
    assert.match(await refused("x@a.example", "--roles", "worker", ...town), /--name/);
    assert.match(await refused("nobody", "--name", "X", "--roles", "worker", ...town), /email/);
    assert.match(await refused("x@a.example", "--nmae", "X", ...town), /no option --nmae/);
    assert.match(await refused("x@a.example", ...town, "--name"), /value after --name/);
    assert.match(await refused("sam@a.example", "--name", "X", "--roles", "worker", ...town), /already/);
    assert.equal(await officer("remove"), 1);
  });

  test("a key is made, shown once, listed and revoked", async () => {
    assert.equal(await key("add", "Parish", "website", "--rights", "cases.submit", "--council", "a-town"), 0);
    const text = /gh_\S+/.exec(said.join("\n"))?.[0] ?? "";
    const found = await findApiKey(database, "a-town", text);
    assert.deepEqual([found?.name, found?.rights], ["Parish website", ["cases.submit"]]);
    said = [];
    await key("list", "--council", "a-town");
    assert.deepEqual(said, [`${found?.id}  Parish website  cases.submit`]);
    assert.equal(await key("revoke", found?.id ?? "", "--council", "b-town"), 1);
    assert.equal(await key("revoke", found?.id ?? "", "--council", "a-town"), 0);
    assert.equal(await findApiKey(database, "a-town", text), undefined);
  });

  test("a key without a name, with no right or a right that is not known is refused", async () => {
    const town = ["--council", "a-town"];
    assert.equal(await key("add", "--rights", "cases.submit", ...town), 1);
    assert.equal(await key("add", "Site", ...town), 1);
    assert.equal(await key("add", "Site", "--rights", "cases.delete", ...town), 1);
    assert.equal(await key("revoke", "not-an-id", ...town), 1);
    assert.equal(complained.length, 4);
  });
});
