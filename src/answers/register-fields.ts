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

/** The fields after “Search” was pressed: rows are listed for what is typed now. */
export function pressRegister(fields: Fields, field: string): Fields | null {
  if (!fields.has(`${field}.find`)) return null;
  const { search, listedFor } = postedFor(fields, field);
  const after = new Map(fields);
  after.delete(`${field}.find`);
  if (search !== listedFor) after.delete(field);
  return after.set(`${field}.for`, [search]);
}
