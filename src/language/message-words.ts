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
  confirmed: {
    en: template("Everybody has confirmed: {reference}", [
      "Dear {name},",
      "Everybody whom you named has confirmed what you sent us: {service}. Your reference is {reference}.",
      "{next}",
      "We aim to finish by {due}.",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("Mae pawb wedi cadarnhau: {reference}", [
      "Annwyl {name},",
      "Mae pawb a enwoch wedi cadarnhau’r hyn a anfonoch atom: {service}. Eich cyfeirnod yw {reference}.",
      "{next}",
      "Ein nod yw gorffen erbyn {due}.",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
  disputed: {
    en: template("Something may not be right: {reference}", [
      "Dear {name},",
      "{who} has told us that something is not right with what you sent us: {service}. Your reference is {reference}.",
      "We will look at it and write to you. You do not need to send it again.",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("Efallai nad yw rhywbeth yn gywir: {reference}", [
      "Annwyl {name},",
      "Mae {who} wedi dweud wrthym nad yw rhywbeth yn gywir yn yr hyn a anfonoch atom: {service}. Eich cyfeirnod yw {reference}.",
      "Byddwn yn edrych arno ac yn ysgrifennu atoch. Nid oes angen i chi ei anfon eto.",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
});

/** What the house writes by itself, whatever the service. */
export const HOUSE_LETTERS = inBoth({
  written: {
    en: template("A message about {service}: {reference}", [
      "Dear {name},",
      "{message}",
      "Your reference is {reference}.",
      "You can answer, and see where it stands, at {link}",
    ]),
    cy: template("Neges ynglŷn â {service}: {reference}", [
      "Annwyl {name},",
      "{message}",
      "Eich cyfeirnod yw {reference}.",
      "Gallwch ateb, a gweld ble mae’n sefyll, yn {link}",
    ]),
  },
  reopened: {
    en: template("We have reopened your case: {reference}", [
      "Dear {name},",
      "This is about: {service}. Your reference is {reference}.",
      "We have reopened your case. The reason is: {reason}",
      "{next}",
      "We now aim to finish by {due}.",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("Rydym wedi ailagor eich achos: {reference}", [
      "Annwyl {name},",
      "Mae hwn ynglŷn â: {service}. Eich cyfeirnod yw {reference}.",
      "Rydym wedi ailagor eich achos. Y rheswm yw: {reason}",
      "{next}",
      "Ein nod nawr yw gorffen erbyn {due}.",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
  expected: {
    en: template("When to expect it: {reference}", [
      "Dear {name},",
      "This is about: {service}. Your reference is {reference}.",
      "We cannot finish by the day that we said, and we are sorry. We now expect to finish by {due}.",
      "{message}",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("Pryd i’w ddisgwyl: {reference}", [
      "Annwyl {name},",
      "Mae hwn ynglŷn â: {service}. Eich cyfeirnod yw {reference}.",
      "Ni allwn orffen erbyn y diwrnod a ddywedwyd gennym, ac mae’n ddrwg gennym. Rydym nawr yn disgwyl gorffen erbyn {due}.",
      "{message}",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
  saved: {
    en: (hours: number) =>
      template("Your saved answers: {service}", [
        'You asked us for a link to your saved answers to "{service}".',
        "Open them here: {link}",
        `The link works once, for ${hours} hours. If you did not ask for it, do nothing: nobody can see your answers without it.`,
      ]),
    cy: (hours: number) =>
      template("Yr atebion rydych wedi’u cadw: {service}", [
        "Gwnaethoch ofyn i ni am ddolen i’r atebion rydych wedi’u cadw ar gyfer “{service}”.",
        "Agorwch nhw yma: {link}",
        `Mae’r ddolen yn gweithio unwaith, am ${hours} awr. Os na wnaethoch ofyn amdani, peidiwch â gwneud dim: ni all neb weld eich atebion hebddi.`,
      ]),
  },
  reminder: {
    en: template("We will soon delete your answers: {service}", [
      'You began "{service}" and did not send it. We keep your answers until {due}. Then we delete them.',
      "Go on here: {link}",
      "The link works once, until then. If you no longer need it, do nothing.",
    ]),
    cy: template("Byddwn yn dileu eich atebion cyn bo hir: {service}", [
      "Gwnaethoch ddechrau “{service}” ac nid anfonwyd ef. Rydym yn cadw eich atebion, a byddwn yn eu dileu ar ôl {due}.",
      "Ewch ymlaen yma: {link}",
      "Mae’r ddolen yn gweithio unwaith, tan hynny. Os nad oes ei angen arnoch mwyach, peidiwch â gwneud dim.",
    ]),
  },
  ask: {
    en: template("Please confirm: {service}", [
      "Dear {name},",
      "{who} has sent us this and named you: {service}.",
      "We need to hear from you before we can go on. See what it is about, and confirm it or tell us what is not right:",
      "{link}",
      "The link is for you alone. It works until the end of {due}.",
      "If you do not know what this is about, open the link and tell us so.",
    ]),
    cy: template("Cadarnhewch: {service}", [
      "Annwyl {name},",
      "Mae {who} wedi anfon hwn atom ac wedi’ch enwi chi: {service}.",
      "Mae angen i ni glywed gennych cyn y gallwn fynd ymlaen. Gallwch weld beth ydyw, a’i gadarnhau neu ddweud wrthym beth sydd ddim yn gywir:",
      "{link}",
      "Mae’r ddolen i chi yn unig. Mae’n gweithio tan ddiwedd {due}.",
      "Os nad ydych yn gwybod am beth mae hyn, agorwch y ddolen a dywedwch hynny wrthym.",
    ]),
  },
  askAgain: {
    en: template("We have not heard from you: {service}", [
      "Dear {name},",
      "{who} has sent us this and named you: {service}. You have not answered yet, and we cannot go on without you.",
      "Confirm it, or tell us what is not right:",
      "{link}",
      "The link is for you alone. It works until the end of {due}.",
    ]),
    cy: template("Nid ydym wedi clywed gennych: {service}", [
      "Annwyl {name},",
      "Mae {who} wedi anfon hwn atom ac wedi’ch enwi chi: {service}. Nid ydych wedi ateb eto, ac ni allwn fynd ymlaen hebddoch.",
      "Cadarnhewch ef, neu dywedwch wrthym beth sydd ddim yn gywir:",
      "{link}",
      "Mae’r ddolen i chi yn unig. Mae’n gweithio tan ddiwedd {due}.",
    ]),
  },
  merged: {
    en: template("We are dealing with this together with another report: {reference}", [
      "Dear {name},",
      "This is about: {service}. Your reference is {reference}.",
      "Somebody else has told us about the same thing, and we are dealing with both together. You do not need to do anything.",
      "Your reference and your link still work. They show where it stands, and we tell you of each step as we tell everybody who asked us about it.",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("Rydym yn delio â hwn ynghyd ag adroddiad arall: {reference}", [
      "Annwyl {name},",
      "Mae hwn ynglŷn â: {service}. Eich cyfeirnod yw {reference}.",
      "Mae rhywun arall wedi rhoi gwybod i ni am yr un peth, ac rydym yn delio â’r ddau gyda’i gilydd. Nid oes angen i chi wneud dim.",
      "Mae eich cyfeirnod a’ch dolen yn dal i weithio. Maent yn dangos ble mae’n sefyll, a byddwn yn dweud wrthych am bob cam fel y dywedwn wrth bawb a ofynnodd i ni amdano.",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
  transferred: {
    en: template("Your new reference: {reference}", [
      "Dear {name},",
      "What you sent us belongs to another service, and we have moved it there: {service}. You do not need to send it again.",
      "Your new reference is {reference}. The one that you had leads to it as well.",
      "{next}",
      "We aim to finish by {due}.",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("Eich cyfeirnod newydd: {reference}", [
      "Annwyl {name},",
      "Mae’r hyn a anfonoch atom yn perthyn i wasanaeth arall, ac rydym wedi’i symud yno: {service}. Nid oes angen i chi ei anfon eto.",
      "Eich cyfeirnod newydd yw {reference}. Mae’r un oedd gennych yn arwain ato hefyd.",
      "{next}",
      "Ein nod yw gorffen erbyn {due}.",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
  unmerged: {
    en: template("We are dealing with this by itself again: {reference}", [
      "Dear {name},",
      "This is about: {service}. Your reference is {reference}.",
      "We told you that somebody else had told us about the same thing. It is not the same after all, so we are dealing with yours by itself again.",
      "We aim to finish by {due}.",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("Rydym yn delio â hwn ar ei ben ei hun eto: {reference}", [
      "Annwyl {name},",
      "Mae hwn ynglŷn â: {service}. Eich cyfeirnod yw {reference}.",
      "Gwnaethom ddweud wrthych fod rhywun arall wedi rhoi gwybod i ni am yr un peth. Nid yr un peth ydyw wedi’r cyfan, felly rydym yn delio â’ch un chi ar ei ben ei hun eto.",
      "Ein nod yw gorffen erbyn {due}.",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
  requested: {
    en: template("We need something from you: {reference}", [
      "Dear {name},",
      "This is about: {service}. Your reference is {reference}.",
      "We need this from you:",
      "{message}",
      "{reason}",
      "Please answer by the end of {due}, at {link}",
      "If you cannot answer online, call us.",
    ]),
    cy: template("Mae angen rhywbeth arnom gennych: {reference}", [
      "Annwyl {name},",
      "Mae hwn ynglŷn â: {service}. Eich cyfeirnod yw {reference}.",
      "Mae angen hwn arnom gennych:",
      "{message}",
      "{reason}",
      "Atebwch erbyn diwedd {due}, yn {link}",
      "Os na allwch ateb ar-lein, ffoniwch ni.",
    ]),
  },
  reminded: {
    en: template("We have not had your answer: {reference}", [
      "Dear {name},",
      "This is about: {service}. Your reference is {reference}.",
      "We still need this from you:",
      "{message}",
      "Please answer by the end of {due}, at {link}",
      "If we do not hear from you by then, we may go on without it or close your case.",
      "If you cannot answer online, call us.",
    ]),
    cy: template("Nid ydym wedi cael eich ateb: {reference}", [
      "Annwyl {name},",
      "Mae hwn ynglŷn â: {service}. Eich cyfeirnod yw {reference}.",
      "Mae angen hwn arnom gennych o hyd:",
      "{message}",
      "Atebwch erbyn diwedd {due}, yn {link}",
      "Os na fyddwn yn clywed gennych erbyn hynny, efallai y byddwn yn mynd ymlaen hebddo neu’n cau eich achos.",
      "Os na allwch ateb ar-lein, ffoniwch ni.",
    ]),
  },
  rejected: {
    en: template("We cannot use what you sent us: {reference}", [
      "Dear {name},",
      "This is about: {service}. Your reference is {reference}.",
      "We cannot use something that you sent us when we asked for this: {message}",
      "{reason}",
      "You can see where it stands, and add to it, at {link}",
    ]),
    cy: template("Ni allwn ddefnyddio’r hyn a anfonoch: {reference}", [
      "Annwyl {name},",
      "Mae hwn ynglŷn â: {service}. Eich cyfeirnod yw {reference}.",
      "Ni allwn ddefnyddio rhywbeth a anfonoch pan ofynnom am hyn: {message}",
      "{reason}",
      "Gallwch weld ble mae’n sefyll, ac ychwanegu ato, yn {link}",
    ]),
  },
  askedBefore: { en: "What we wrote to you about", cy: "Yr hyn yr ysgrifennom atoch amdano" },
  unnamed: { en: "Sir or Madam", cy: "Syr neu Fadam" },
});

function template(subject: string, paragraphs: readonly string[]): { readonly subject: string; readonly body: string } {
  return { subject, body: paragraphs.join("\n\n") };
}
