import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as fc from "fast-check";

import type { Officer } from "../../src/people/officer.ts";
import { changeOfficer } from "../../src/people/officers.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { careFiles } from "./care-files.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, submitted } from "./office.ts";

const HOST = "north.example";
describe("what is sensitive, for an officer without the right", () => {
  let app: TestApp;
  let sam: Officer;
  let cookie: string;
  let bench: string;
  before(async () => {
    app = await testApp({ councils: careFiles() });
    sam = await officer(app, "Sam North", ["all"], ["tools", "care"], "north");
    cookie = await sessionCookie(app, sam);
    bench = await put("report-a-bench");
    await postWith(
      app,
      cookie,
      "/desk/lists",
      { key: keyIn((await get("/desk/lists/new?team=mine")).body, "/desk/lists"), name: "Ours", team: "" },
      HOST,
    );
  });
  after(() => app.stop());

  const get = (path: string) => getWith(app, cookie, path, HOST);
  const put = (service: string, email = "ada@example.com") => submitted(app, service, { what: "dirty", email }, { council: "north" });

  // One-time keys and nonces are another each time; nothing else may be.
  const plain = (body: string): string => body.replaceAll(/value="[\w.-]{50,}"/g, 'value="key"').replaceAll(/nonce="[^"]+"/g, "");

  /** What is looked for is kept in a cookie, by which the next page finds it. */
  async function lookedFor(path: string, at: string, fields: Readonly<Record<string, string>>) {
    const posted = await postWith(app, cookie, path, fields, HOST);
    const jar = `${cookie}; ${String(posted.headers["set-cookie"]).split(";")[0]}`;
    return getWith(app, jar, at, HOST);
  }

  async function searched(search: string): Promise<string> {
    const { body, headers } = await lookedFor("/desk/search", "/desk/search", { search });
    // What was typed is shown again.
    return `${headers.location ?? ""}${body.replaceAll(search, "")}`;
  }

  async function person(email: string): Promise<string> {
    return (await lookedFor("/desk/records/person", "/desk/records/person", { email })).body;
  }

  async function bulk(): Promise<string> {
    return (await postWith(app, cookie, "/desk/bulk", { which: "all", list: "" }, HOST)).body;
  }

  const PATHS = [
    "/desk",
    "/desk?state=closed",
    "/desk?team=mine&sort=newest",
    "/desk?service=ask-for-care",
    "/desk?team=care",
    "/desk/filters",
    "/desk/board",
    "/desk/board?service=report-a-bench",
    "/desk/board?service=ask-for-care",
    "/desk/lists",
    "/desk/export/csv",
    "/desk/letters",
    "/desk/letters/all",
    "/desk/records",
    "/desk/records?by.day=1&by.month=1&by.year=2099",
    "/desk/records/log",
    "/desk/records/holds",
  ];

  /** All that the officer can look at, with what each says. */
  async function everything(): Promise<readonly (readonly [string, string])[]> {
    const pages: [string, string][] = [];
    for (const path of [...PATHS, `/desk/cases/${bench}`]) pages.push([path, plain((await get(path)).body)]);
    pages.push(["search", plain(await searched("Ada"))], ["person", plain(await person("ada@example.com"))], ["bulk", plain(await bulk())]);
    return pages;
  }

  test("every page is the same, byte for byte, whatever sensitive cases there are", async () => {
    const without = await everything();
    assert.deepEqual(
      without.filter(([, body]) => body === "").map(([path]) => path),
      // Nothing is to be printed.
      ["/desk/letters/all"],
    );
    const more = fc.record({
      service: fc.constantFrom("ask-for-care", "ask-for-help"),
      email: fc.constantFrom("ada@example.com", "bo@example.com"),
      close: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(more, { minLength: 1, maxLength: 4 }), async (cases) => {
        for (const { service, email, close } of cases) {
          const reference = await put(service, email);
          if (close) await mend(reference);
          assert.equal((await get(`/desk/cases/${reference}`)).statusCode, 404);
          assert.match(await searched(reference), /0 cases found/);
        }
        await app.settle();
        assert.deepEqual(await everything(), without);
      }),
      { numRuns: 4 },
    );
    assert.match(without.find(([path]) => path === "/desk")?.[1] ?? "", /1 open case/);
  });

  async function mend(reference: string): Promise<void> {
    const item = await app.context.cases.byReference("north", reference);
    const key = app.context.ids.uuid(app.clock.now());
    const asking = { council: "north", caseId: item?.id ?? "", channel: "desk", officer: null, roles: ["worker"], key } as const;
    await app.context.cases.apply(asking, { kind: "act", action: "mend", reason: "", seen: 1 });
  }

  test("with the right, the cases are there, in the officer's own teams", async () => {
    await put("ask-for-help");
    await changeOfficer(app.database, { ...sam, roles: ["all", "carer"] });
    const all = (await get("/desk")).body;
    assert.match(all, /Report a bench/);
    assert.doesNotMatch(all, /<strong>1 open case/);
    assert.match((await get("/desk/filters")).body, /ask-for-care/);
  });
});
