import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { readCsv } from "../../src/command-line/read-csv.ts";
import { run } from "../../src/command-line/run.ts";
import { WELSH, WELSH_FRAGMENT } from "../definition/welsh-text.ts";

const ROOT = join(import.meta.dirname, "..", "..");

interface Shelf {
  says(...words: string[]): Promise<string>;
  file(name: string): Promise<string>;
  write(name: string, text: string): Promise<void>;
}

/** A shelf with the service that has all its Welsh, but for the changes made to its text. */
async function shelf(work: (shelf: Shelf) => Promise<void>, change = (text: string) => text): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "guildhall-translations-"));
  const write = (name: string, text: string) => writeFile(join(root, name), text);
  try {
    await mkdir(join(root, "services", "shared"), { recursive: true });
    await write("services/borrow-a-tool.yaml", change(WELSH));
    await write("services/shared/who-you-are.yaml", WELSH_FRAGMENT);
    const says = async (...words: string[]) => {
      const said: string[] = [];
      await run({ root, say: (line) => said.push(line), complain: (line) => said.push(line) }, words);
      return said.join("\n");
    };
    await work({ says, write, file: (name) => readFile(join(root, name), "utf8") });
  } finally {
    await rm(root, { recursive: true });
  }
}

const REWORDED = (text: string) =>
  text.replace("ask: What is your library card number?", "ask: What is the number of your library card?").replace("  Goggles: Gogls\n", "");

test("translations says that nothing is missing", async () => {
  await shelf(async ({ says }) => {
    assert.match(await says("translations", "borrow-a-tool"), /^borrow-a-tool: \d+ texts with Welsh, 0 without, 0 stale\.$/);
  });
});

test("translations lists what is missing and stale, with file, line and column", async () => {
  await shelf(async ({ says }) => {
    assert.match(
      await says("translations", "borrow-a-tool"),
      new RegExp(
        [
          "services/borrow-a-tool.yaml:24:41 missing: Goggles",
          "services/borrow-a-tool.yaml:31:16 missing: What is the number of your library card\\?",
          "services/borrow-a-tool.yaml:100:3 stale: What is your library card number\\?",
          "  the Welsh of it: Beth yw rhif eich cerdyn llyfrgell\\?",
          "  the English now: What is the number of your library card\\?",
          "borrow-a-tool: \\d+ texts with Welsh, 2 without, 1 stale\\.",
        ].join("\n"),
      ),
    );
  }, REWORDED);
});

test("a table goes out to a translator and comes back into the file, in its place", async () => {
  await shelf(async ({ says, file, write }) => {
    await says("translations", "borrow-a-tool", "--csv", "welsh.csv");
    const rows = readCsv(await file("welsh.csv")) ?? [];
    assert.deepEqual(rows[0], ["place", "english", "welsh", "state", "english before", "welsh before"]);
    assert.deepEqual(
      rows.find(([, english]) => english === "What is the number of your library card?"),
      [
        "",
        "What is the number of your library card?",
        "",
        "english changed",
        "What is your library card number?",
        "Beth yw rhif eich cerdyn llyfrgell?",
      ],
    );
    const before = await file("services/borrow-a-tool.yaml");
    assert.equal(await says("translations", "borrow-a-tool", "--take", "welsh.csv"), "0 translations taken in.");
    assert.equal(await file("services/borrow-a-tool.yaml"), before);
    await write(
      "back.csv",
      'english,welsh\r\nGoggles,"Gogls: ""diogelwch"""\r\nWhat is the number of your library card?,Beth yw rhif eich cerdyn?\r\nGloves,Menyg\r\nGone,Wedi mynd\r\nWhat is your name?,Eich enw?\r\n',
    );
    const said = await says("translations", "borrow-a-tool", "--take", "back.csv");
    assert.equal(said, "Not taken, since the service does not say it any more: Gone\n4 translations taken in.");
    const after = await file("services/borrow-a-tool.yaml");
    assert.ok(after.includes('  Gloves: Menyg\n  Goggles: "Gogls: \\"diogelwch\\""\n  One size fits most:'), after);
    assert.ok(after.includes("  What is the number of your library card?: Beth yw rhif eich cerdyn?\n"), after);
    assert.ok(!after.includes("Beth yw rhif eich cerdyn llyfrgell?"));
    assert.ok((await file("services/shared/who-you-are.yaml")).includes("  What is your name?: Eich enw?\n"));
    assert.match(await says("translations", "borrow-a-tool"), /0 without, 0 stale/);
  }, REWORDED);
});

test("a service without any Welsh gets its section", async () => {
  await shelf(
    async ({ says, file, write }) => {
      await write("back.csv", "english,welsh\n£3 a week,£3 yr wythnos\nBorrow a tool,Benthyca offeryn\n");
      await says("translations", "borrow-a-tool", "--take", "back.csv");
      const text = await file("services/borrow-a-tool.yaml");
      assert.ok(text.endsWith("after closed\nwelsh:\n  Borrow a tool: Benthyca offeryn\n  £3 a week: £3 yr wythnos\n"), text.slice(-200));
    },
    (text) => text.slice(0, text.indexOf("welsh:\n")),
  );
});

test("an overlay lists what the whole service says, and takes the Welsh in that its shelf service lacks", async () => {
  const root = await mkdtemp(join(tmpdir(), "guildhall-overlay-"));
  try {
    for (const folder of ["councils", "services"]) await cp(join(ROOT, folder), join(root, folder), { recursive: true });
    const own = join(root, "councils/eastmere/services/report-a-missed-bin.yaml");
    const text = (await readFile(own, "utf8")).replace(/^welsh:\n[\s\S]*/m, "");
    await writeFile(own, text);
    const earlier = await readFile(join(root, "services/earlier/report-a-missed-bin@1.yaml"), "utf8");
    const said: string[] = [];
    const desk = { root, say: (line: string) => said.push(line), complain: (line: string) => said.push(line) };
    await run(desk, ["translations", "report-a-missed-bin"]);
    assert.ok(said.some((line) => line.endsWith("missing: Report a missed bin")));
    assert.ok(said.some((line) => line.endsWith("missing: Were they out by 7am?")));
    assert.ok(!said.some((line) => line.includes("Were they out by 6am?")));
    const table = "english,welsh\nReport a missed bin,Rhoi gwybod am fin\nWere they out by 7am?,Oedden nhw allan erbyn 7yb?\n";
    await writeFile(join(root, "back.csv"), table);
    await run(desk, ["translations", "report-a-missed-bin", "--take", "back.csv"]);
    assert.equal(said.at(-1), "2 translations taken in.");
    const after = await readFile(own, "utf8");
    assert.equal(after, `${text}welsh:\n  Report a missed bin: Rhoi gwybod am fin\n  Were they out by 7am?: Oedden nhw allan erbyn 7yb?\n`);
    assert.equal(await readFile(join(root, "services/earlier/report-a-missed-bin@1.yaml"), "utf8"), earlier);
  } finally {
    await rm(root, { recursive: true });
  }
});

test("translations refuses what it cannot do, in words", async () => {
  await shelf(async ({ says, write }) => {
    assert.match(await says("translations"), /^Name one service/);
    assert.match(await says("translations", "borrow-a-tool", "--take", "none.csv"), /^There is no file none\.csv\.$/);
    await write("odd.csv", "a,b\n1,2\n");
    assert.match(
      await says("translations", "borrow-a-tool", "--take", "odd.csv"),
      /^odd\.csv is no table with the columns place, english, welsh\.$/,
    );
    assert.match(await says("translations", "borrow-a-tol"), /no service/);
  });
});

test("a table is read as spreadsheets write it", () => {
  assert.deepEqual(readCsv('\uFEFFa,b\r\n"x, ""y""\r\nz",\'=1\n,2\n'), [
    ["a", "b"],
    ['x, "y"\r\nz', "=1"],
    ["", "2"],
  ]);
  assert.equal(readCsv('a,"b\n'), undefined);
});

test("translations writes to a path of anywhere, and says what stands in the way of a file", async () => {
  await shelf(async ({ says }) => {
    const elsewhere = await mkdtemp(join(tmpdir(), "guildhall-elsewhere-"));
    try {
      assert.match(await says("translations", "borrow-a-tool", "--csv", join(elsewhere, "tool.csv")), /has the \d+ texts/);
      assert.match(await readFile(join(elsewhere, "tool.csv"), "utf8"), /^\uFEFFplace,english,welsh/);
      const missing = join(elsewhere, "no-folder", "tool.csv");
      assert.equal(await says("translations", "borrow-a-tool", "--csv", missing), `${missing}: There is no such file or folder.`);
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  });
});
