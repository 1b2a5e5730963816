import { inBoth } from "./language.ts";
import { ANSWER_PROBLEMS } from "./answer-problem-words.ts";
import { REGISTER_INPUTS } from "./register-words.ts";

/** What questions say besides the words of their definitions: labels, hints, buttons, and how answers are shown. */
const ANSWER_INPUTS = {
  notProvided: { en: "Not provided", cy: "Heb ei ddarparu" },
  notKnown: { en: "Not known", cy: "Anhysbys" },
  none: { en: "None", cy: "Dim" },
  yes: { en: "Yes", cy: "Ie" },
  no: { en: "No", cy: "Na" },
  agreed: { en: "Agreed", cy: "Cytunwyd" },
  optional: { en: (text: string) => `${text} (optional)`, cy: (text: string) => `${text} (dewisol)` },
  chooseOne: { en: "Choose one", cy: "Dewiswch un" },
  error: { en: "Error", cy: "Gwall" },
  continue: { en: "Continue", cy: "Parhau" },
  remove: { en: "Remove", cy: "Dileu" },
  entry: { en: "entry", cy: "cofnod" },
  person: { en: "person", cy: "person" },
  theirNameAsk: { en: "What is their name?", cy: "Beth yw eu henw?" },
  theirName: { en: "their name", cy: "eu henw" },
  theirEmailAsk: { en: "What is their email address?", cy: "Beth yw eu cyfeiriad e-bost?" },
  theirEmail: { en: "their email address", cy: "eu cyfeiriad e-bost" },
  addAnother: { en: (entry: string) => `Add another ${entry}`, cy: (entry: string) => `Ychwanegu ${entry} arall` },
  selectAll: { en: "Select all that apply", cy: "Dewiswch bob un sy’n berthnasol" },
  selectOne: { en: "Select one", cy: "Dewiswch un" },
  selectUpTo: { en: (most: number) => `Select up to ${most}`, cy: (most: number) => `Dewiswch hyd at ${most}` },
  preference: {
    en: (index: number) => `${ENGLISH_ORDINALS[index] ?? "Last"} preference`,
    cy: (index: number) => WELSH_PREFERENCES[index] ?? "Dewis olaf",
  },
  day: { en: "Day", cy: "Diwrnod" },
  month: { en: "Month", cy: "Mis" },
  year: { en: "Year", cy: "Blwyddyn" },
  dateLike: { en: "For example, 27 3 2026", cy: "Er enghraifft, 27 3 2026" },
  monthLike: { en: "For example, 3 2026", cy: "Er enghraifft, 3 2026" },
  timeLike: { en: "For example, 9:30am or 14:30", cy: "Er enghraifft, 9:30yb neu 14:30" },
  placeLike: {
    en: "For example, outside 12 High Street. You can also give coordinates, like 51.5034, -0.1276",
    cy: "Er enghraifft, y tu allan i 12 Stryd Fawr. Gallwch hefyd roi cyfesurynnau, fel 51.5034, -0.1276",
  },
  number: { en: "Number", cy: "Nifer" },
  unit: { en: "Unit", cy: "Uned" },
  uploaded: { en: "Uploaded", cy: "Wedi’u huwchlwytho" },
  filesFull: {
    en: "You have added as many files as we can take here. To add another, remove one first",
    cy: "Rydych wedi ychwanegu cynifer o ffeiliau ag y gallwn eu derbyn yma. I ychwanegu un arall, dilëwch un yn gyntaf",
  },
  filesHelp: {
    en: (most: number, accepted: string, megabytes: number) =>
      `${most === 1 ? "It" : `You can add up to ${most} files. Each`} can be ${accepted}, up to ${megabytes} MB`,
    cy: (most: number, accepted: string, megabytes: number) =>
      `${most === 1 ? "Gall fod" : `Gallwch ychwanegu hyd at ${most} ffeil. Gall pob un fod`} yn ${accepted}, hyd at ${megabytes} MB`,
  },
  photo: { en: (kinds: string) => `a photo (${kinds})`, cy: (kinds: string) => `llun (${kinds})` },
  document: { en: (kinds: string) => `a ${kinds} file`, cy: (kinds: string) => `ffeil ${kinds}` },
  or: { en: "or", cy: "neu" },
  bytes: { en: (count: number) => `${count} bytes`, cy: (count: number) => `${count} beit` },
  charactersMost: {
    en: "You can enter up to %{count} characters",
    cy: "Gallwch roi hyd at %{count} nod",
  },
  charactersAtLimit: { en: "You have 0 characters remaining", cy: "Mae gennych 0 nod ar ôl" },
  charactersLeft: { en: "You have %{count} characters remaining", cy: "Mae gennych %{count} nod ar ôl" },
  characterLeft: { en: "You have %{count} character remaining", cy: "Mae gennych %{count} nod ar ôl" },
  charactersOver: { en: "You have %{count} characters too many", cy: "Mae gennych %{count} nod yn ormod" },
  characterOver: { en: "You have %{count} character too many", cy: "Mae gennych %{count} nod yn ormod" },
  signHow: {
    en: "Type your full name. It counts as your signature",
    cy: "Teipiwch eich enw llawn. Mae’n cyfrif fel eich llofnod",
  },
  firstName: { en: "First name", cy: "Enw cyntaf" },
  lastName: { en: "Last name", cy: "Enw olaf" },
  line1: { en: "Address line 1", cy: "Llinell cyfeiriad 1" },
  line2: { en: "Address line 2", cy: "Llinell cyfeiriad 2" },
  town: { en: "Town or city", cy: "Tref neu ddinas" },
  postcode: { en: "Postcode", cy: "Cod post" },
  accountName: { en: "Name on the account", cy: "Enw ar y cyfrif" },
  sortCode: { en: "Sort code", cy: "Cod didoli" },
  sortCodeHint: { en: "Must be 6 digits long", cy: "Rhaid iddo fod yn 6 digid o hyd" },
  accountNumber: { en: "Account number", cy: "Rhif y cyfrif" },
  accountNumberHint: { en: "Must be between 6 and 8 digits long", cy: "Rhaid iddo fod rhwng 6 ac 8 digid o hyd" },
  rollNumber: { en: "Building society roll number", cy: "Rhif rôl cymdeithas adeiladu" },
  rollNumberHint: {
    en: "You can find it on your card, statement or passbook",
    cy: "Mae i’w weld ar eich cerdyn, eich cyfriflen neu eich llyfr cyfrif",
  },
  charityHint: {
    en: "For example, 1234567, SC012345 or NIC101234",
    cy: "Er enghraifft, 1234567, SC012345 neu NIC101234",
  },
  companyHint: {
    en: "It has 8 characters. For example, 01234567 or SC123456",
    cy: "Mae ganddo 8 nod. Er enghraifft, 01234567 neu SC123456",
  },
  nationalInsuranceHint: {
    en: "It’s on your National Insurance letter, benefit letter, payslip or P60. For example, QQ 12 34 56 C",
    cy: "Mae ar eich llythyr Yswiriant Gwladol, llythyr budd-dal, slip cyflog neu P60. Er enghraifft, QQ 12 34 56 C",
  },
  uprnHint: {
    en: "It has up to 12 digits. For example, 100012345678",
    cy: "Mae ganddo hyd at 12 digid. Er enghraifft, 100012345678",
  },
  vehicleHint: { en: "It’s on the number plate. For example, AB12 CDE", cy: "Mae ar y plât rhif. Er enghraifft, AB12 CDE" },
};

const ENGLISH_ORDINALS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];
const WELSH_PREFERENCES = [
  "Dewis cyntaf",
  "Ail ddewis",
  "Trydydd dewis",
  "Pedwerydd dewis",
  "Pumed dewis",
  "Chweched dewis",
  "Seithfed dewis",
  "Wythfed dewis",
  "Nawfed dewis",
  "Degfed dewis",
];

export const ANSWER_WORDS = inBoth({ ...ANSWER_INPUTS, ...REGISTER_INPUTS, ...ANSWER_PROBLEMS });
export type AnswerWords = (typeof ANSWER_WORDS)["en"];
