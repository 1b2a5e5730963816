import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { officerNames } from "../../src/people/officer-names.ts";
import type { Officer } from "../../src/people/officer.ts";
import { changeOfficer } from "../../src/people/officers.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, submitted } from "./office.ts";
import { named, pothole } from "./seeds.ts";

const OFFICERS = "officers.manage officers.manage-team";

/** Each page with the permissions of which one opens it. */
const PLACES: Readonly<Record<string, string>> = {
  "/desk": "cases.read",
  "/desk/search": "cases.read",
  "/desk/start": "cases.start",
  "/desk/letters": "letters.print",
  "/desk/letters/all": "letters.print",
  "/desk/jobs": "jobs.replay",
  "/desk/api-keys": "keys.manage",
  "/desk/api-keys/new": "keys.manage",
  "/desk/partner": "cases.partner",
  "/desk/area": "cases.public-facts",
  "/desk/area/enquiry": "cases.public-facts",
  "/desk/looks": "looks.review",
  "/desk/emergency": "cases.emergency",
  "/desk/officers": OFFICERS,
  "/desk/officers/new": OFFICERS,
  "/desk/records": "records.manage",
  "/desk/records/person": "records.manage",
  "/desk/records/log": "records.manage",
  "/desk/records/holds": "records.manage",
  "/desk/definitions": "services.see",
  "/desk/definitions/report-a-pothole": "services.see",
  "/desk/definitions/report-a-pothole/versions/1": "services.see",
  "/desk/definitions/report-a-pothole/publish": "services.publish",
  "/desk/definitions/report-a-pothole/withdraw": "services.publish",
};

describe("who may see what", () => {
  let app: TestApp;
  let sam: Officer;
  let cookie: string;
  let reference: string;
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", [], ["highways"]);
    cookie = await sessionCookie(app, sam);
    reference = await submitted(app, "report-a-pothole", pothole(named("Ada", "Byron")));
  });
  after(() => app.stop());

  const become = (roles: readonly string[], teams: readonly string[]) => changeOfficer(app.database, { ...sam, roles, teams });

  test("without a session every page leads to the door", async () => {
    for (const path of [...Object.keys(PLACES), `/desk/cases/${reference}`, "/desk/journeys/x"]) {
      const answer = await getWith(app, "", path);
      assert.equal(answer.headers.location, `/desk/sign-in?to=${encodeURIComponent(path)}`);
      assert.equal(answer.statusCode, 303);
    }
  });

  test("every role meets exactly the pages that its permissions open, and the navigation offers only those", async () => {
    const council = app.context.councils.get("eastmere");
    assert.ok(council);
    for (const role of council.roles.values()) {
      await become([role.id], ["highways"]);
      const first = await getWith(app, cookie, "/desk");
      const home = first.statusCode === 303 ? await getWith(app, cookie, String(first.headers.location)) : first;
      for (const [path, permissions] of Object.entries(PLACES)) {
        const allowed = role.permissions.some((one) => permissions.split(" ").includes(one));
        const { statusCode } = await getWith(app, cookie, path);
        // Whoever has another place to begin is sent there from the first page.
        const refused = path === "/desk" ? 303 : 403;
        assert.equal(statusCode === refused, !allowed, `${role.id} ${path} ${statusCode}`);
        if (path.split("/").length === 3 && path !== "/desk/search")
          assert.equal(home.body.includes(`href="${path}"`), allowed, `${role.id} is shown ${path}`);
      }
    }
  });

  test("an officer without any permission is told so", async () => {
    await become([], ["highways"]);
    assert.equal((await getWith(app, cookie, "/desk")).statusCode, 403);
  });

  test("a case of another team looks like one that is not there: page, file, form, search and list", async () => {
    await become(["caseworker", "manager"], ["highways"]);
    const page = await getWith(app, cookie, `/desk/cases/${reference}`);
    const key = keyIn(page.body, `/desk/cases/${reference}/note`);
    await become(["caseworker", "manager"], ["waste"]);
    const [other, none] = await Promise.all([reference, "K7M-4TX-9QC"].map((one) => getWith(app, cookie, `/desk/cases/${one}`)));
    assert.equal(other?.statusCode, 404);
    assert.equal(other?.body, none?.body);
    assert.equal((await getWith(app, cookie, `/desk/cases/${reference}/files/x`)).statusCode, 404);
    assert.equal((await postWith(app, cookie, `/desk/cases/${reference}/note`, { key, text: "I may not" })).statusCode, 404);
    assert.doesNotMatch((await getWith(app, cookie, "/desk")).body, new RegExp(reference));
    for (const search of [reference, "Byron"]) {
      const posted = await postWith(app, cookie, "/desk/search", { search });
      const found = await getWith(app, `${cookie}; ${String(posted.headers["set-cookie"]).split(";")[0]}`, "/desk/search");
      assert.match(found.body, /0 cases found/);
    }
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.equal(item?.eventCount, 1);
  });

  test("an adviser sees every team's cases, and is offered no form that they may not send", async () => {
    await become(["adviser"], []);
    const page = await getWith(app, cookie, `/desk/cases/${reference}`);
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Write to the person/);
    for (const form of ["take", "note", "action", "assign"]) {
      assert.doesNotMatch(page.body, new RegExp(`/desk/cases/${reference}/${form}"`));
      assert.equal((await postWith(app, cookie, `/desk/cases/${reference}/${form}`, { key: "x" })).statusCode, 403, form);
    }
  });

  test("an action that names a role is offered to that role only, and refused to others", async () => {
    await become(["caseworker"], ["highways"]);
    const page = await getWith(app, cookie, `/desk/cases/${reference}`);
    assert.doesNotMatch(page.body, /Record the inspection/);
    assert.match(page.body, /Close as not ours/);
    const fields = { key: keyIn(page.body, `/desk/cases/${reference}/action`), action: "inspect", reason: "", seen: "1", from: "received" };
    assert.equal((await postWith(app, cookie, `/desk/cases/${reference}/action`, fields)).statusCode, 403);
    await become(["inspector"], ["highways"]);
    assert.match((await getWith(app, cookie, `/desk/cases/${reference}`)).body, /Record the inspection/);
  });
});

describe("two councils in one house", () => {
  let app: TestApp;
  let north: Officer;
  let reference: string;
  before(async () => {
    app = await testApp({ councils: { ...councilFiles("north"), ...councilFiles("south") } });
    north = await officer(app, "Nora North", ["worker"], ["tools"], "north");
    reference = await submitted(app, "report-a-bench", { what: "dirty", email: "ada@example.com" }, { council: "south" });
  });
  after(() => app.stop());

  test("a session of one council is none in the other", async () => {
    const cookie = await sessionCookie(app, north);
    assert.equal((await getWith(app, cookie, "/desk", "north.example")).statusCode, 200);
    assert.equal((await getWith(app, cookie, "/desk", "south.example")).statusCode, 303);
  });

  test("an officer sees nothing of the other council", async () => {
    const cookie = await sessionCookie(app, north);
    assert.equal((await getWith(app, cookie, `/desk/cases/${reference}`, "north.example")).statusCode, 404);
    assert.match((await getWith(app, cookie, "/desk", "north.example")).body, /0 open cases/);
    assert.deepEqual(await officerNames(app.database, "south", [north.id]), new Map());
  });
});
