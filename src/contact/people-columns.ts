import { CASE_COLUMNS } from "../cases/case-store.ts";
import { seen } from "../councils/sight.ts";

export const PERSON_COLUMNS = `p.id, p.name, p.email, p.phone, p.address, p.postcode, p.merged_into as "mergedInto"`;

/** That an officer may see the record `p`: typed by hand, or made of a case that they may see. `sight` is the parameter that holds what they see. */
export const seenBy = (sight: string): string => `(p.by_hand or exists (
    select from person_journeys j join cases c on c.council = j.council and c.submission = j.submission
    where j.council = p.council and j.person = p.id and ${seen(sight, "c.")}))`;

/** The digits by which a case is found: the words of its index. */
export const CASE_PHONE = `right(regexp_replace(regexp_replace(c.person ->> 'phone', '[a-zA-Z].*$', ''), '[^0-9]', '', 'g'), 10)`;

/** The columns of a case called `c`. */
export const COLUMNS_OF_CASE = CASE_COLUMNS.split(/,\s+/)
  .map((column) => `c.${column}`)
  .join(", ");
