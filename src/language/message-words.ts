import { inBoth } from "./language.ts";

/**
 * What `default` stands for in a definition's messages. A paragraph whose only placeholder is empty (no reason was given, no day is due) is left
 * out when the message is written.
 */
export const HOUSE_MESSAGES = inBoth({
  received: {
    en: template("We have received your request: {reference}", [
      "Dear {name},",
      "Thank you. We have received this from you: {service}.",
      "Your reference is {reference}. Please keep it.",
      "{next}",
      "We aim to finish by {due}.",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("Rydym wedi cael eich cais: {reference}", [
      "Annwyl {name},",
      "Diolch. Rydym wedi cael hwn gennych: {service}.",
      "Eich cyfeirnod yw {reference}. Cadwch ef yn ddiogel.",
      "{next}",
      "Ein nod yw gorffen erbyn {due}.",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
  closed: {
    en: template("{stage}: {reference}", [
      "Dear {name},",
      "This is about: {service}. Your reference is {reference}.",
      "{says}",
      "{reason}",
      "{next}",
      "You can read what was done at {link}",
    ]),
    cy: template("{stage}: {reference}", [
      "Annwyl {name},",
      "Mae hwn ynglŷn â: {service}. Eich cyfeirnod yw {reference}.",
      "{says}",
      "{reason}",
      "{next}",
      "Gallwch ddarllen beth a wnaed yn {link}",
    ]),
  },
  moved: {
    en: template("{stage}: {reference}", [
      "Dear {name},",
      "There is news about: {service}. Your reference is {reference}.",
      "{says}",
      "{reason}",
      "{next}",
      "We aim to finish by {due}.",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("{stage}: {reference}", [
      "Annwyl {name},",
      "Mae newyddion ynglŷn â: {service}. Eich cyfeirnod yw {reference}.",
      "{says}",
      "{reason}",
      "{next}",
      "Ein nod yw gorffen erbyn {due}.",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
});

function template(subject: string, paragraphs: readonly string[]): { readonly subject: string; readonly body: string } {
  return { subject, body: paragraphs.join("\n\n") };
}
