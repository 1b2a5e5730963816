import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { describe, test } from "node:test";

import type { LetterSheet } from "../../src/papers/letter-sheet.ts";
import { writeLetter } from "../../src/papers/letter-sheet.ts";
import type { Paper, PaperHead } from "../../src/papers/paper.ts";
import { paperStream } from "../../src/papers/paper.ts";
import { paperText, wordsFromLeft } from "../../src/papers/paper-text.ts";
import { readPdf } from "../support/pdf-text.ts";

const HEAD: PaperHead = {
  title: "Tŷ a dŵr",
  language: "cy",
  council: { name: "Eastmere", colour: "#1d5c4f" },
  madeAt: new Date("2026-03-02T09:00:00Z"),
  foot: (page, pages) => `ABC-DEF-GHJ ${page}/${pages}`,
};

async function made(fill: (paper: Paper) => Promise<void> | void, head: Partial<PaperHead> = {}) {
  const stream = await paperStream({ ...HEAD, ...head }, async (paper) => {
    paper.newPage();
    await fill(paper);
  });
  return readPdf(await buffer(stream));
}

describe("a paper", () => {
  test("has a title and a language, is tagged as what it is, and brings its fonts along", async () => {
    const { dictionaries, text } = await made((paper) =>
      paper.part(() => {
        paper.heading("H1", "Ŵyna ŷd");
        paper.rows([["Enw", "Siân"]]);
        paper.text("Dŵr.");
      }),
    );
    for (const part of ["/Lang (cy-GB)", "/MarkInfo", "/Marked true", "/DisplayDocTitle true", "/FontFile2"])
      assert.ok(dictionaries.includes(part), part);
    for (const tag of ["Document", "Sect", "H1", "L", "LI", "Lbl", "LBody", "P"])
      assert.match(dictionaries, new RegExp(`/S /${tag}\\b`), tag);
    assert.doesNotMatch(dictionaries, /\/BaseFont \/Helvetica/);
    assert.match(text, /Ŵyna ŷd\n/);
    assert.match(text, /Siân\nDŵr\./);
    assert.match(text, /ABC-DEF-GHJ 1\/1$/);
  });

  test("hostile text breaks nothing: long words, other directions, control characters, halves of characters, emoji", async () => {
    const hostile = [
      "x".repeat(5000),
      "\u0000\u0007\u001b[31m\u202eevil\u202c\u2066",
      "\ud800 half",
      "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
      "مرحبا بالعالم ".repeat(60),
      "שלום עולם",
      "日本語",
      "a\u0301".repeat(200),
      "\n".repeat(300),
      ") Tj ET (",
      "",
    ];
    const { pages, text } = await made(async (paper) => {
      for (const words of hostile) {
        await paper.part(() => {
          paper.heading("H3", words.slice(0, 200));
          paper.text(words);
          paper.rows([[words.slice(0, 100), words]]);
        });
      }
      paper.text("The end");
    });
    assert.match(text, /The end/);
    assert.ok(pages.length > 3 && pages.length < 60, String(pages.length));
    for (const { left } of pages.flat()) assert.ok(left > 15 && left < 195);
  });

  test("what cannot be seen is left out, and words written from the right follow each other from the right", () => {
    assert.equal(paperText("a\u0000b\u202ec\r\nd\te\u2028f\ud800"), "abc\nd e\nf\ufffd");
    assert.deepEqual(wordsFromLeft(["see", "שלום", "עולם", "now"]), ["see", "עולם", "שלום", "now"]);
  });

  test("what is thrown while it is written ends the stream, and the next paper is made", async () => {
    const broken = await paperStream(HEAD, () => Promise.reject(new Error("No ink")));
    await assert.rejects(buffer(broken), /No ink/);
    assert.equal((await made(() => {})).pages.length, 1);
  });

  test("five hundred happenings leave others time in between", async () => {
    let turns = 0;
    let going = true;
    const count = (): void => {
      turns++;
      if (going) setImmediate(count);
    };
    count();
    const { pages } = await made(async (paper) => {
      for (let index = 0; index < 50; index++) {
        await paper.part(() => {
          for (let more = 0; more < 10; more++) paper.text(`Sam Okoro wrote to the person, for the ${index * 10 + more}th time`);
        });
      }
    });
    going = false;
    assert.ok(pages.length > 8);
    assert.ok(turns > 50);
  });
});

describe("a letter", () => {
  const LETTER: LetterSheet = {
    language: "en",
    sender: "Eastmere Borough Council",
    from: ["The Town Hall", "Market Square", "Eastmere", "EM1 1AA", "01632 960000"],
    colour: "#1d5c4f",
    to: ["Mary O'Neill-Smith", "Flat 2, The Old Rectory", "4 Mill Lane", "Upper Eastmere", "Eastmere", "EM1 2AB"],
    day: "Monday 2 March 2026",
    reference: "Your reference: ABC-DEF-GHJ",
    subject: "Your pothole",
    body: "Dear Mary,\n\nWe will come.",
  };
  const letter = async (changes: Partial<LetterSheet> = {}) => {
    const stream = await paperStream({ ...HEAD, foot: () => "" }, (paper) => writeLetter(paper, { ...LETTER, ...changes }));
    return readPdf(await buffer(stream));
  };

  test("the address is where the window of a DL envelope shows it, however the sheet lies, and nothing else is", async () => {
    for (const to of [LETTER.to, [...LETTER.to, "Northamptonshire", "United Kingdom"], ["A".repeat(60), ...LETTER.to]]) {
      const { pages } = await letter({ to });
      const shown = pages[0]?.filter(({ top }) => top > 46 && top < 92) ?? [];
      assert.match(shown.map(({ text }) => text).join(" "), /O'Neill-Smith[\s\S]*EM1 2AB/);
      for (const { left, top } of shown) assert.ok(left >= 20 && left < 100 && top >= 57 && top <= 81.5, `${left} ${top}`);
    }
  });

  test("a long letter goes on, in the language of who reads it", async () => {
    const { pages, dictionaries } = await letter({ language: "cy", body: "Annwyl Mary,\n\n".padEnd(9000, "dŵr ") });
    assert.ok(pages.length > 1);
    assert.match(dictionaries, /\/Lang \(cy-GB\)[\s\S]*\/Lang \(cy-GB\)/);
  });
});
