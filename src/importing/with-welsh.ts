import { segmentsOf } from "../definition/translation/segments.ts";
import { foldRepeats } from "./fold-repeats.ts";
import type { Form, Loss } from "./form.ts";
import { houseTexts } from "./house-texts.ts";
import type { Definition } from "./definition-text.ts";
import { plainText } from "./plain-text.ts";
import { textPairs } from "./text-pairs.ts";
import { welshSection } from "./welsh-section.ts";

/** How the report names what a file says in a second language where that is Welsh. */
const SAID_IN_WELSH = /\b(cy|welsh|cymraeg)\b[^:]*:$/i;

/**
 * The definition of the English form with the Welsh of the other under it. What the section says leaves the report; Welsh that found no place
 * stays in it, or comes into it.
 */
export function withWelsh(definition: Definition, english: Form, welsh: Form, losses: readonly Loss[]): Definition {
  const own = textPairs(english, welsh);
  const folded = textPairs(foldRepeats(english), foldRepeats(welsh));
  const pairs = [...own, ...folded].filter(({ english: words }) => !words.endsWith(" Other:"));
  const { text, taken, missing } = welshSection(definition.text, [...pairs, ...houseTexts(own)], definition.questions);
  const isTaken = (words: string): boolean => segmentsOf(plainText(words).replaceAll("\n", "\n\n")).every((each) => taken.has(bare(each)));
  const left = own
    .filter(({ welsh: words }) => !isTaken(words))
    .map(({ at, english: words, welsh: its }): Loss => ({
      kind: "language",
      at,
      says: `In Welsh, for ‘${words.slice(0, 200)}’:`,
      text: its,
    }));
  const none: readonly Loss[] =
    missing === 0
      ? []
      : [
          {
            kind: "language",
            at: "the definition",
            says: `${missing} ${missing === 1 ? "text has" : "texts have"} no Welsh. guildhall translations lists them once the service is in a council's folder.`,
          },
        ];
  const kept = losses.filter(
    (loss) => loss.kind !== "language" || loss.text === undefined || !SAID_IN_WELSH.test(loss.says) || !isTaken(loss.text),
  );
  const said = new Set(kept.map(({ text: words }) => words));
  return { ...definition, text: definition.text + text, losses: [...kept, ...left.filter(({ text: words }) => !said.has(words)), ...none] };
}

function bare(line: string): string {
  return line.replace(/^- /, "");
}
