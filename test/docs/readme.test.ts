import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { makeApiKey } from "../../src/demonstration/staff.ts";
import { DEMONSTRATION_API_KEY, DEMONSTRATION_PASSWORD, DEMONSTRATION_SIGN_INS } from "../../src/demonstration/sign-ins.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { blocks, readDocument } from "./documents.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("docs: readme", () => {
  const README = readDocument("README.md");

  let app: TestApp;
  before(async () => {
    app = await testApp();
    const council = app.context.councils.get("eastmere");
    assert.ok(council);
    await makeApiKey(app.database, council, app.context.ids, app.clock.now());
  });
  after(() => app.stop());

  test("the table of sign-ins is that of the demonstration, with its password and key", () => {
    const rows = [...README.text.matchAll(/^\| `([^`]+@[^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, email, name, can]) => ({
      email,
      name,
      can,
    }));
    assert.deepEqual(
      rows,
      DEMONSTRATION_SIGN_INS.map(({ email, name, can }) => ({ email, name, can })),
    );
    assert.ok(README.text.includes(`\`${DEMONSTRATION_PASSWORD}\``));
    assert.ok(README.text.includes(`\`${DEMONSTRATION_API_KEY}\``));
  });

  interface Call {
    readonly path: string;
    readonly headers: Record<string, string>;
    readonly body: string | undefined;
  }

  /** The calls of curl in the README, as a shell would read them. */
  function calls(): readonly Call[] {
    const lines = blocks(README, "sh").flatMap((block) => block.replaceAll("\\\n", " ").split("\n"));
    return lines.flatMap((line) => {
      const path = /^curl http:\/\/localhost:3000(\S+)/.exec(line)?.[1];
      if (path === undefined) return [];
      const headers = [...line.matchAll(/-H '([^:']+): ([^']*)'/g)].map(
        ([, name = "", value = ""]) => [name.toLowerCase(), value] as const,
      );
      return [{ path, headers: Object.fromEntries(headers), body: /-d '([^']*)'/.exec(line)?.[1] }];
    });
  }

  function ask({ path, headers, body }: Call) {
    return app.inject(body === undefined ? { method: "GET", url: path, headers } : { method: "POST", url: path, headers, payload: body });
  }

  test("the calls of curl in the README do what it says", async () => {
    const [list, report, look] = calls();
    assert.ok(list && report && look);
    assert.equal(calls().length, 3);
    const listed = (await ask(list)).json<{ services: { id: string; page: string }[] }>().services;
    assert.ok(listed.some(({ id }) => id === "report-a-pothole"));
    for (const { page } of listed) assert.equal((await app.inject({ method: "GET", url: page })).statusCode, 200, page);
    const first = await ask(report);
    assert.equal(first.statusCode, 201, first.body);
    const { reference } = first.json<{ reference: string }>();
    const again = await ask(report);
    assert.equal(again.statusCode, 200);
    assert.equal(again.json<{ reference: string }>().reference, reference);
    const found = await ask({ ...look, path: look.path.replace("REFERENCE", reference) });
    assert.equal(found.statusCode, 200, found.body);
    assert.ok(found.body.includes(reference));
    const wrong = {
      ...report,
      headers: { ...report.headers, "idempotency-key": "another" },
      body: report.body?.replace('"large"', '"enormous"'),
    };
    const refused = await ask(wrong);
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /\/answers\/width/);
  });

  test("every address of the site in the README and in the documents answers", async () => {
    const texts = ["README.md", "docs/definition-tutorial.md"].map((path) => readDocument(path).text);
    const named = texts.flatMap((text) => [...text.matchAll(/<http:\/\/localhost:3000(\/[^>]*)?>/g)].map(([, path = "/"]) => path));
    const paths = [...new Set(named)].filter((path) => !path.includes("check-a-tree"));
    assert.ok(paths.length > 5);
    for (const path of paths) {
      const { statusCode, headers } = await app.inject({ method: "GET", url: path });
      if (path === "/desk") assert.equal(headers.location, "/desk/sign-in?to=%2Fdesk");
      else assert.equal(statusCode, 200, path);
    }
  });
});
