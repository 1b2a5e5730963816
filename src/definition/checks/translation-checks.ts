import { oncePerOutline } from "../once-per-outline.ts";
import type { Outline } from "../outline.ts";
import { fixedParts } from "../translation/fixed-parts.ts";
import { compareTranslations, type Comparison } from "../translation/compare.ts";
import { shorten } from "../yaml/node.ts";
import { textNodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";

/** The Welsh of a definition, where it has any or its council publishes in it. */
export const TRANSLATION_CHECKS: readonly Check[] = [
  {
    code: "translation-none",
    severity: "advice",
    about: "The council publishes in Welsh, and the service has no Welsh at all. It is shown in English on Welsh pages.",
    example: { right: "welsh:\n  Borrow a tool: Benthyca offeryn\n", wrong: "" },
    find: none,
  },
  {
    code: "translation-missing",
    severity: "warning",
    about: "A text has no Welsh, and the council publishes in Welsh or other texts of the service have it. That part is shown in English.",
    example: { right: "  Borrow a tool: Benthyca offeryn\n", wrong: "" },
    find: missing,
  },
  {
    code: "translation-stale",
    severity: "warning",
    about: "A Welsh text was made from English that the service no longer says.",
    example: { right: "  Borrow a tool: Benthyca offeryn\n", wrong: "  Borrow a ladder: Benthyca offeryn\n" },
    find: stale,
  },
  {
    code: "translation-placeholder",
    severity: "error",
    about: "A Welsh text has other placeholders, or other links, than its English.",
    example: { right: "Annwyl {name}", wrong: "Annwyl {enw}" },
    find: misplaced,
  },
];

/** Nothing where nobody asks for Welsh. */
const comparisonOf = oncePerOutline(({ council, root, fragmentRoots }): Comparison | undefined => {
  const published = council?.languages?.includes("cy") ?? root.entries.has("welsh");
  return published ? compareTranslations(root, fragmentRoots) : undefined;
});

function* missing(outline: Outline): Iterable<Found> {
  const comparison = comparisonOf(outline);
  if (comparison === undefined) return;
  if (!outline.root.entries.has("welsh")) return;
  for (const { node, english } of comparison.missing) {
    yield { at: node, message: `“${shorten(english)}” has no Welsh.`, fix: "Write it under welsh:, with this English in front of it." };
  }
}

function* none(outline: Outline): Iterable<Found> {
  const comparison = comparisonOf(outline);
  const title = textNodeAt(outline.root, "title");
  if (comparison === undefined || title === undefined || outline.root.entries.has("welsh")) return;
  const message = `The council publishes in Welsh, and the service has none: ${comparison.missing.length} texts.`;
  yield { at: title, message, fix: "Add welsh: with each text and its Welsh. guildhall translations exports them for a translator." };
}

function* stale(outline: Outline): Iterable<Found> {
  for (const { translation, now } of comparisonOf(outline)?.stale ?? []) {
    const { english, where } = translation;
    // What the shelf translates and an overlay says otherwise is no fault of either.
    if (english.file === outline.base) continue;
    const place = where === undefined ? "" : ` at ${where.value}`;
    const message = `No text${place} says “${shorten(english.value)}” any more.`;
    const fix =
      now === undefined
        ? "Take it out, or put the new English in front of it."
        : `The English is now “${shorten(now.english)}”: put that in front, and the Welsh of it behind.`;
    yield { at: where ?? english, message, fix };
  }
}

function* misplaced(outline: Outline): Iterable<Found> {
  for (const { english, welsh } of comparisonOf(outline)?.dictionary.all ?? []) {
    if (!FIXED.test(english.value) && !FIXED.test(welsh.value)) continue;
    const [wanted, given] = [fixedParts(english.value), fixedParts(welsh.value)];
    if (wanted.join(" ") === given.join(" ")) continue;
    const lost = wanted.find((part) => !given.includes(part));
    const strange = given.find((part) => !wanted.includes(part));
    const message = lost === undefined ? `The Welsh has ${strange ?? given[0]}, and the English has not.` : `The Welsh lacks ${lost}.`;
    yield { at: welsh, message, fix: "Keep what stands in braces, and the address of each link, as the English has them." };
  }
}

/** Nothing to hold together in most texts. */
const FIXED = /\{|\]\(/;
