import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { crc32, inflateRawSync } from "node:zlib";

import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { getWith, officer, sessionCookie, submitted } from "./office.ts";
import { named, pothole } from "./seeds.ts";

/** The files of a zip by name, each checked against its sum. */
function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const [crc, packed, size] = [16, 20, 24].map((place) => bytes.readUInt32LE(at + place));
    const length = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + length);
    assert.equal(bytes.readUInt32LE(local), 0x04034b50);
    const from = local + 30 + bytes.readUInt16LE(local + 26);
    const data = inflateRawSync(bytes.subarray(from, from + (packed ?? 0)));
    assert.deepEqual([data.length, crc32(data)], [size, crc], name);
    files.set(name, data.toString());
    at += 46 + length;
  }
  return files;
}

describe("a list saved as a spreadsheet", () => {
  let app: TestApp;
  let boss: Officer;
  let cookie: string;
  before(async () => {
    app = await testApp();
    boss = await officer(app, "Mo Manager", ["manager"], ["highways"]);
    cookie = await sessionCookie(app, boss);
    const formula = named('=HYPERLINK("http://evil.example")', "O'Néill, <b>");
    await submitted(app, "report-a-pothole", pothole({ width: "large", ...formula }));
    for (let i = 0; i < 600; i++) await submitted(app, "report-a-pothole", pothole(named("Ada", "Byron")));
  });
  after(() => app.stop());

  const LIST = "service=report-a-pothole&columns=person,a.width,due";

  test("CSV: what the list shows, every page of it, and no formula", async () => {
    const answer = await getWith(app, cookie, `/desk/export/csv?${LIST}`);
    assert.equal(answer.headers["content-type"], "text/csv; charset=utf-8");
    assert.match(String(answer.headers["content-disposition"]), /^attachment; filename="cases-\d{4}-\d\d-\d\d\.csv"$/);
    const lines = answer.body.split("\r\n");
    assert.equal(lines[0], "\ufeffReference,Due,Person,How wide it is");
    assert.equal(lines.length, 603);
    const odd = lines.find((line) => line.includes("HYPERLINK")) ?? "";
    assert.match(odd, /^[\w-]{11},2026-\d\d-\d\d,"'=HYPERLINK\(""http:\/\/evil\.example""\) O'Néill, <b>",/);
  });

  test("XLSX: a workbook that opens, with texts alone", async () => {
    const answer = await getWith(app, cookie, `/desk/export/xlsx?${LIST}&q.width=large`);
    const files = unzipped(answer.rawPayload);
    assert.deepEqual([...files.keys()].slice(0, 2), ["[Content_Types].xml", "_rels/.rels"]);
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    assert.equal(sheet.match(/<row>/g)?.length, 2);
    assert.match(sheet, /=HYPERLINK\(&quot;http:\/\/evil\.example&quot;\) O'Néill, &lt;b&gt;<\/t>/);
    assert.doesNotMatch(sheet, /<f>/);
    assert.equal(unzipped((await getWith(app, cookie, `/desk/export/xlsx?${LIST}`)).rawPayload).size, 5);
  });

  test("it is noted who saved how many, and nothing about a person", async () => {
    const line = app.lines.findLast((text) => text.includes("list of cases exported")) ?? "";
    assert.ok(line.includes(boss.id) && line.includes('"count":601'));
    assert.ok(!app.lines.some((text) => /byron|hyperlink/i.test(text)));
  });

  test("only with the permission, and only what the officer may see", async () => {
    const worker = await officer(app, "Wo Worker", ["caseworker"], ["highways"]);
    const session = await sessionCookie(app, worker);
    assert.equal((await getWith(app, session, "/desk/export/csv")).statusCode, 403);
    assert.doesNotMatch((await getWith(app, session, "/desk")).body, /\/desk\/export/);
    assert.match((await getWith(app, cookie, `/desk?${LIST}`)).body, /href="\/desk\/export\/csv\?service=/);
    const other = await officer(app, "Li Manager", ["manager"], ["licensing"]);
    const empty = await getWith(app, await sessionCookie(app, other), "/desk/export/csv");
    assert.equal(empty.body.split("\r\n").length, 2);
    assert.equal((await getWith(app, cookie, "/desk/export/pdf")).statusCode, 404);
    assert.equal((await getWith(app, cookie, `/desk/export/csv?${LIST}&rule=nonsense+`)).statusCode, 303);
  });
});
