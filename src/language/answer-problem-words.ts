/**
 * What is said of an answer that is wrong. A subject is what a question is called inside a sentence ("your name", "eich enw"); where an English
 * sentence begins with it, it has its capital already. The Welsh sentences put it after "ar gyfer", which changes no first letter.
 */
export const ANSWER_PROBLEMS = {
  answer: { en: "your answer", cy: "eich ateb" },
  enter: { en: (what: string) => `Enter ${what}`, cy: (what: string) => `Rhowch ${what}` },
  select: { en: (what: string) => `Select ${what}`, cy: (what: string) => `Dewiswch ${what}` },
  upload: { en: (what: string) => `Upload ${what}`, cy: (what: string) => `Uwchlwythwch ${what}` },
  add: { en: (what: string) => `Add ${what}`, cy: (what: string) => `Ychwanegwch ${what}` },
  enterTo: { en: (ask: string) => `Enter an answer to ‘${ask}’`, cy: (ask: string) => `Rhowch ateb i ‘${ask}’` },
  selectTo: { en: (ask: string) => `Select an answer to ‘${ask}’`, cy: (ask: string) => `Dewiswch ateb i ‘${ask}’` },
  uploadTo: { en: (ask: string) => `Upload a file to ‘${ask}’`, cy: (ask: string) => `Uwchlwythwch ffeil ar gyfer ‘${ask}’` },
  addTo: { en: (ask: string) => `Add an answer to ‘${ask}’`, cy: (ask: string) => `Ychwanegwch ateb i ‘${ask}’` },
  selectYes: {
    en: (label: string, _yes: string) => `Select yes ${label}`,
    cy: (label: string, yes: string) => `Dewiswch ‘${yes}’ ${label}`,
  },
  selectFor: { en: (row: string) => `Select an answer for ‘${row}’`, cy: (row: string) => `Dewiswch ateb ar gyfer ‘${row}’` },
  fromTheList: { en: (message: string) => `${message} from the list`, cy: (message: string) => `${message} o’r rhestr` },
  tooLong: {
    en: (subject: string, most: number) => `${subject} must be ${most} characters or fewer`,
    cy: (subject: string, most: number) => `Defnyddiwch ${most} nod neu lai ar gyfer ${subject}`,
  },
  unreadable: {
    en: (subject: string) => `${subject} has a character that we cannot read. Type it again`,
    cy: (subject: string) => `Mae nod na allwn ei ddarllen yn yr hyn a roesoch ar gyfer ${subject}. Teipiwch ef eto`,
  },
  atLeastOptions: { en: (least: number) => `Select ${least} or more options`, cy: (least: number) => `Dewiswch ${least} opsiwn neu fwy` },
  atMostOptions: {
    en: (most: number) => `Select no more than ${most} ${most === 1 ? "option" : "options"}`,
    cy: (most: number) => `Peidiwch â dewis mwy na ${most} opsiwn`,
  },
  choseTwice: {
    en: (option: string, ordinal: string) => `You chose ${option} twice. Choose another ${ordinal.toLowerCase()}`,
    cy: (option: string, ordinal: string) => `Rydych wedi dewis ${option} ddwywaith. Rhowch rywbeth arall ar gyfer ‘${ordinal}’`,
  },
  notNumber: {
    en: (subject: string, like: string) => `${subject} must be a number, like ${like}`,
    cy: (subject: string, like: string) => `Rhowch rif, fel ${like}, ar gyfer ${subject}`,
  },
  notWhole: {
    en: (subject: string) => `${subject} must be a whole number`,
    cy: (subject: string) => `Rhowch rif cyfan ar gyfer ${subject}`,
  },
  tooPrecise: {
    en: (subject: string, places: number) =>
      `${subject} must have no more than ${places} ${places === 1 ? "digit" : "digits"} after the point`,
    cy: (subject: string, places: number) => `Rhowch ddim mwy na ${places} digid ar ôl y pwynt ar gyfer ${subject}`,
  },
  orMore: {
    en: (subject: string, least: string) => `${subject} must be ${least} or more`,
    cy: (subject: string, least: string) => `Rhowch ${least} neu fwy ar gyfer ${subject}`,
  },
  orLess: {
    en: (subject: string, most: string) => `${subject} must be ${most} or less`,
    cy: (subject: string, most: string) => `Rhowch ${most} neu lai ar gyfer ${subject}`,
  },
  notMoney: {
    en: (subject: string) => `${subject} must be an amount in pounds and pence, like 120 or 59.99`,
    cy: (subject: string) => `Rhowch swm mewn punnoedd a cheiniogau, fel 120 neu 59.99, ar gyfer ${subject}`,
  },
  dateParts: {
    en: (subject: string, absent: readonly DatePart[]) => `${subject} must include a ${absent.join(" and ")}`,
    cy: (subject: string, absent: readonly DatePart[]) => `Rhowch ${welshParts(absent)} ar gyfer ${subject}`,
  },
  yearDigits: { en: "Year must include 4 numbers", cy: "Rhaid i’r flwyddyn gynnwys 4 rhif" },
  notDate: {
    en: (subject: string) => `${subject} must be a real date`,
    cy: (subject: string) => `Rhowch ddyddiad go iawn ar gyfer ${subject}`,
  },
  notMonth: {
    en: (subject: string) => `${subject} must be a real month and year, like 3 2026`,
    cy: (subject: string) => `Rhowch fis a blwyddyn go iawn, fel 3 2026, ar gyfer ${subject}`,
  },
  fromToday: {
    en: (subject: string) => `${subject} must be today or in the future`,
    cy: (subject: string) => `Rhowch ddyddiad heddiw neu yn y dyfodol ar gyfer ${subject}`,
  },
  inFuture: {
    en: (subject: string) => `${subject} must be in the future`,
    cy: (subject: string) => `Rhowch ddyddiad yn y dyfodol ar gyfer ${subject}`,
  },
  notBefore: {
    en: (subject: string, day: string) => `${subject} must be on or after ${day}`,
    cy: (subject: string, day: string) => `Rhowch ddyddiad ar neu ar ôl ${day} ar gyfer ${subject}`,
  },
  upToToday: {
    en: (subject: string) => `${subject} must be today or in the past`,
    cy: (subject: string) => `Rhowch ddyddiad heddiw neu yn y gorffennol ar gyfer ${subject}`,
  },
  inPast: {
    en: (subject: string) => `${subject} must be in the past`,
    cy: (subject: string) => `Rhowch ddyddiad yn y gorffennol ar gyfer ${subject}`,
  },
  notAfter: {
    en: (subject: string, day: string) => `${subject} must be on or before ${day}`,
    cy: (subject: string, day: string) => `Rhowch ddyddiad ar neu cyn ${day} ar gyfer ${subject}`,
  },
  orLater: {
    en: (subject: string, month: string) => `${subject} must be ${month} or later`,
    cy: (subject: string, month: string) => `Rhowch ${month} neu’n hwyrach ar gyfer ${subject}`,
  },
  orEarlier: {
    en: (subject: string, month: string) => `${subject} must be ${month} or earlier`,
    cy: (subject: string, month: string) => `Rhowch ${month} neu’n gynharach ar gyfer ${subject}`,
  },
  timeHalf: {
    en: (subject: string) => `${subject} must include am or pm, like 9:30am, or use the 24-hour clock, like 14:30`,
    cy: (subject: string) =>
      `Nodwch yb (bore) neu yp (prynhawn), fel 9:30yb, neu defnyddiwch y cloc 24 awr, fel 14:30, ar gyfer ${subject}`,
  },
  notTime: {
    en: (subject: string) => `${subject} must be a time, like 9:30am or 14:30`,
    cy: (subject: string) => `Rhowch amser, fel 9:30yb neu 14:30, ar gyfer ${subject}`,
  },
  lengthNumber: {
    en: (subject: string, like: string) => `${subject} must include a number, like ${like}`,
    cy: (subject: string, like: string) => `Rhowch rif, fel ${like}, ar gyfer ${subject}`,
  },
  lengthWhole: {
    en: (subject: string, like: string) => `${subject} must be a whole number, like ${like}`,
    cy: (subject: string, like: string) => `Rhowch rif cyfan, fel ${like}, ar gyfer ${subject}`,
  },
  lengthUnit: {
    en: (subject: string, units: string) => `Select if ${subject.charAt(0).toLowerCase()}${subject.slice(1)} is in ${units}`,
    cy: (subject: string, units: string) => `Dewiswch uned ar gyfer ${subject}: ${units}`,
  },
  notEmail: {
    en: (message: string) => `${message} in the correct format, like name@example.com`,
    cy: (message: string) => `${message} yn y fformat cywir, fel enw@enghraifft.com`,
  },
  phone: { en: "a phone number", cy: "rif ffôn" },
  phoneLike: {
    en: (message: string) => `${message}, like 01632 960 001, 07700 900 982 or +44 808 157 0192`,
    cy: (message: string) => `${message}, fel 01632 960 001, 07700 900 982 neu +44 808 157 0192`,
  },
  fullPostcode: { en: "a full UK postcode", cy: "god post llawn yn y DU" },
  like: {
    en: (message: string, like: string) => `${message}, like ${like}`,
    cy: (message: string, like: string) => `${message}, fel ${like}`,
  },
  nationalInsurance: { en: "a National Insurance number", cy: "rif Yswiriant Gwladol" },
  vehicle: { en: "a vehicle registration number", cy: "rif cofrestru cerbyd" },
  uprn: { en: "a UPRN", cy: "UPRN" },
  company: { en: "a company number", cy: "rif cwmni" },
  companyLike: { en: "01234567 or SC123456", cy: "01234567 neu SC123456" },
  charity: { en: "a charity number", cy: "rif elusen" },
  charityLike: { en: "1234567, SC012345 or NIC101234", cy: "1234567, SC012345 neu NIC101234" },
  line1Missing: {
    en: "Enter address line 1, typically the building and street",
    cy: "Rhowch linell cyfeiriad 1, sef yr adeilad a’r stryd fel arfer",
  },
  line2Missing: { en: "Enter address line 2", cy: "Rhowch linell cyfeiriad 2" },
  townMissing: { en: "Enter a town or city", cy: "Rhowch dref neu ddinas" },
  accountNameMissing: { en: "Enter the name on the account", cy: "Rhowch yr enw ar y cyfrif" },
  sortCodeMissing: { en: "Enter a sort code", cy: "Rhowch god didoli" },
  sortCodeWrong: { en: "Enter a valid sort code, like 309430", cy: "Rhowch god didoli dilys, fel 309430" },
  accountNumberMissing: { en: "Enter an account number", cy: "Rhowch rif cyfrif" },
  accountNumberDigits: {
    en: "Account number must be between 6 and 8 digits",
    cy: "Rhaid i rif y cyfrif fod rhwng 6 ac 8 digid",
  },
  sameEmail: {
    en: "Each person needs an email address of their own",
    cy: "Mae angen cyfeiriad e-bost ei hun ar bob person",
  },
  accountNotTogether: {
    en: "Check the sort code and the account number: no account has them both",
    cy: "Gwiriwch y cod didoli a rhif y cyfrif: nid oes gan unrhyw gyfrif y ddau",
  },
  accountNumberWrong: { en: "Enter a valid account number, like 00733445", cy: "Rhowch rif cyfrif dilys, fel 00733445" },
  rollNumberMissing: { en: "Enter a building society roll number", cy: "Rhowch rif rôl cymdeithas adeiladu" },
  rollNumberWrong: {
    en: "Building society roll number must only include letters a to z, numbers, hyphens, spaces, forward slashes and full stops",
    cy: "Rhaid i rif rôl cymdeithas adeiladu gynnwys dim ond y llythrennau a i z, rhifau, cysylltnodau, bylchau, blaenslaesau ac atalnodau llawn",
  },
  outside: {
    en: (subject: string) => `${subject} must be in the United Kingdom`,
    cy: (subject: string) => `Rhowch le yn y Deyrnas Unedig ar gyfer ${subject}`,
  },
  tickToAgree: { en: "Tick the box to agree", cy: "Ticiwch y blwch i gytuno" },
  signToSign: {
    en: "Type your full name to sign, like Ada Osei",
    cy: "Teipiwch eich enw llawn i lofnodi, fel Ada Osei",
  },
  fileUnknown: {
    en: "Upload the file again. We could not find it",
    cy: "Uwchlwythwch y ffeil eto. Ni allem ddod o hyd iddi",
  },
  atMostFiles: {
    en: (most: number) => `Upload no more than ${most} ${most === 1 ? "file" : "files"}`,
    cy: (most: number) => `Peidiwch ag uwchlwytho mwy na ${most} ffeil`,
  },
  atLeastFiles: {
    en: (least: number) => `Upload ${least} or more files`,
    cy: (least: number) => `Uwchlwythwch ${least} ffeil neu fwy`,
  },
  fileKind: {
    en: (file: string, accepted: string) => `${file} must be ${accepted}`,
    cy: (file: string, accepted: string) => `Rhaid i ${file} fod yn ${accepted}`,
  },
  atLeastOneEntry: {
    en: (entry: string) => `Add at least one ${entry}`,
    cy: (entry: string) => `Rhaid ychwanegu ${entry}: mae angen o leiaf 1`,
  },
  atLeastEntries: {
    en: (entry: string, least: number) => `Add another ${entry}: at least ${least} are needed`,
    cy: (entry: string, least: number) => `Rhaid ychwanegu ${entry} arall: mae angen o leiaf ${least}`,
  },
  atMostEntries: {
    en: (entry: string, most: number) => `Remove one ${entry} or more: you can add up to ${most}`,
    cy: (entry: string, most: number) => `Rhaid dileu ${entry} neu ragor: cewch ychwanegu hyd at ${most}`,
  },
};

export type DatePart = "day" | "month" | "year";

/** The first stands right behind "Rhowch", which softens its first letter: "fis a blwyddyn". */
const WELSH_PARTS: Readonly<Record<DatePart, readonly [first: string, later: string]>> = {
  day: ["ddiwrnod", "diwrnod"],
  month: ["fis", "mis"],
  year: ["flwyddyn", "blwyddyn"],
};

function welshParts(parts: readonly DatePart[]): string {
  return parts.map((part, at) => WELSH_PARTS[part][at === 0 ? 0 : 1]).join(" a ");
}
