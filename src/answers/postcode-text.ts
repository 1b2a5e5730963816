/** The shapes of British postcodes (Royal Mail), Girobank's among them. */
const POSTCODE = /^(GIR|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d(?:\d|[ABEHMNPRV-Y])?|\d[A-HJKPS-UW]))(\d[ABD-HJLNP-UW-Z]{2})$/;

export const LONGEST_POSTCODE = 20;

/**
 * A postcode as Royal Mail writes it ("AB1 2CD"), whatever the case, spaces and punctuation; null where it is none. The letter O typed for
 * the nought of the second half is put right, as only a digit can stand there.
 */
export function parsePostcode(text: string): string | null {
  const signs = text.toUpperCase().replace(/[\s.,()_-]/g, "");
  const found = POSTCODE.exec(signs.replace(/O(?=[A-Z]{2}$)/, "0"));
  return found === null ? null : `${found[1]} ${found[2]}`;
}
