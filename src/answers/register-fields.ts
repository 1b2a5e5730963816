import { isBlank } from "./clean-text.ts";
import type { Fields, Question, Reading, ReadingContext } from "./answer-type.ts";
import { missing, words } from "./messages.ts";
import { bad, empty, good } from "./reading.ts";
import { isOffered } from "./register-offers.ts";

/** Characters of a search that count. */
const LONGEST_SEARCH = 200;

/** What a form says about a register: what was typed, which search the listed rows belong to, and which of them was chosen. */
export interface Posted {
  readonly search: string;
  /** Absent where no rows were listed. */
  readonly listedFor: string | undefined;
  /** A row's key; empty for “none of these”; absent where nothing was chosen. */
  readonly key: string | undefined;
}

export function postedFor(fields: Fields, field: string): Posted {
  const text = (name: string): string | undefined => fields.get(name)?.[0]?.slice(0, LONGEST_SEARCH).trim();
  return { search: text(`${field}.search`) ?? "", listedFor: text(`${field}.for`), key: fields.get(field)?.[0] };
}

/**
 * The answer that a form gives. A row that was chosen counts for the search that it was listed for; a text that was typed after it counts where
 * it is exactly the label of one row.
 */
export function readRegisterFields(
  question: Question,
  fields: Fields,
  field: string,
  context: ReadingContext,
  take: (key: string) => Reading,
): Reading {
  const { search, listedFor, key } = postedFor(fields, field);
  const isFresh = search === "" || search === listedFor;
  if (key !== undefined && key !== "" && isFresh) return take(key);
  if (isBlank(search)) return empty(question, field, missing(question, "select"));
  if (key === "" && isFresh) {
    return question.optional ? good(null) : bad(field, "register-none", words(question).searchAgain);
  }
  const exact = exactly(question, search, context);
  return exact === undefined ? bad(field, "register-not-chosen", words(question).fromTheList(missing(question, "select"))) : take(exact);
}

function exactly(question: Question, search: string, context: ReadingContext): string | undefined {
  const { register } = question;
  const rows = register?.labelled(search).filter((row) => isOffered(question, row, context)) ?? [];
  return rows.length === 1 ? rows[0]?.key : undefined;
}

/** The fields after a search: rows are listed for what is typed now. Null where nobody searched. */
export function pressRegister(question: Question, fields: Fields, field: string): Fields | null {
  const { search, listedFor } = postedFor(fields, field);
  if (!fields.has(`${field}.find`) && !isUnfinished(question, fields, field)) return null;
  const after = new Map(fields);
  after.delete(`${field}.find`);
  if (search !== listedFor) after.delete(field);
  return after.set(`${field}.for`, [search]);
}

/**
 * Where the question stands alone on a page, Continue (which Enter presses too) after other words were typed searches for them: nobody is told of
 * a mistake before they have seen a list to choose from. The whole label of one row needs no search.
 */
function isUnfinished({ register }: Question, fields: Fields, field: string): boolean {
  const { search, listedFor } = postedFor(fields, field);
  if (!fields.has(`${field}.alone`) || fields.get("then")?.[0] === "save" || isBlank(search) || search === listedFor) return false;
  return register?.labelled(search).length !== 1;
}
