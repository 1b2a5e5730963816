import type { Readable } from "node:stream";

import type { Context } from "../../../context.ts";
import { PAGE_WORDS } from "../../../language/page-words.ts";
import type { Letter } from "../../../messages/letter-store.ts";
import type { LetterSheet } from "../../../papers/letter-sheet.ts";
import { writeLetter } from "../../../papers/letter-sheet.ts";
import { paperStream } from "../../../papers/paper.ts";
import { dayOf } from "../../../platform/clock.ts";
import { longDay } from "../../shared/dates.ts";
import { visitIn } from "../../shared/visit.ts";
import type { Desk } from "../desk.ts";

/** Letters on one PDF, each on sheets of its own and in the language of who reads it, for window envelopes. */
export function lettersPaper(context: Context, desk: Desk, letters: readonly Letter[]): Promise<Readable> {
  const { council, now } = desk.visit;
  const [first] = letters;
  /** The last page of each letter. */
  const ends: number[] = [];
  const head = {
    title: letters.length === 1 && first !== undefined ? first.subject : `${letters.length} letters`,
    language: letters.every(({ language }) => language === "cy") ? "cy" : "en",
    council: { name: council.name, colour: council.colour },
    madeAt: now,
    foot: (page: number) => footOf(letters, ends, page),
  } as const;
  return paperStream(head, async (paper) => {
    for (const letter of letters) {
      await writeLetter(paper, sheetOf(context, desk, letter));
      ends.push(paper.pages);
    }
  });
}

/** A letter of several sheets says which is which. */
function footOf(letters: readonly Letter[], ends: readonly number[], page: number): string {
  const index = ends.findIndex((end) => page <= end);
  const letter = letters[index];
  const before = ends[index - 1] ?? 0;
  const pages = (ends[index] ?? 0) - before;
  if (letter === undefined || pages < 2) return "";
  return `${letter.reference}. ${PAGE_WORDS[letter.language].pageOf(page - before, pages)}`;
}

function sheetOf(context: Context, desk: Desk, { recipient, subject, body, createdAt, reference, language }: Letter): LetterSheet {
  // The council has a name and an address in each language.
  const { council } = visitIn(context, desk.visit, language);
  return {
    language,
    sender: council.name,
    from: [...council.contact.address, council.contact.phone],
    colour: council.colour,
    to: recipient.split("\n"),
    day: longDay(dayOf(createdAt), language),
    reference: `${PAGE_WORDS[language].yourReference}: ${reference}`,
    subject,
    body,
  };
}
