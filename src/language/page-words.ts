import { onDay } from "./calendar-words.ts";
import { ACTION_WORDS } from "./action-words.ts";
import { CONFIRM_WORDS } from "./confirm-words.ts";
import { HELP_WORDS } from "./help-words.ts";
import { REQUEST_WORDS } from "./request-words.ts";
import { inBoth } from "./language.ts";
import { SITE_WORDS } from "./site-words.ts";

/** What the pages of a journey and of a case say besides the words of the definition and the answer types. */
const JOURNEY_WORDS = {
  back: { en: "Back", cy: "Yn ôl" },
  continue: { en: "Continue", cy: "Parhau" },
  saveForLater: { en: "Save and come back later", cy: "Cadw a dod yn ôl yn nes ymlaen" },
  problem: { en: "There is a problem", cy: "Mae problem wedi codi" },
  error: { en: "Error", cy: "Gwall" },
  notProvided: { en: "Not provided", cy: "Heb ei ddarparu" },
  change: { en: "Change", cy: "Newid" },
  checkTitle: { en: "Check your answers", cy: "Gwiriwch eich atebion" },
  checkHeading: { en: "Check your answers before you send them", cy: "Gwiriwch eich atebion cyn i chi eu hanfon" },
  declaration: { en: "Declaration", cy: "Datganiad" },
  send: { en: "Send", cy: "Anfon" },
  acceptAndSend: { en: "Accept and send", cy: "Derbyn ac anfon" },
  fee: { en: "The fee is", cy: "Y ffi yw" },
  feeHow: { en: "We will tell you how to pay it.", cy: "Byddwn yn dweud wrthych sut i’w thalu." },
  changed: {
    en: (was: string) => `This has changed. It was ${was} when you saw it before.`,
    cy: (was: string) => `Mae hyn wedi newid. ${was} oedd pan welsoch ef o’r blaen.`,
  },
  formChanged: {
    en: "This form has changed since you last answered it. Answers that still hold are kept. Check the ones you gave before you send them.",
    cy: "Mae’r ffurflen hon wedi newid ers i chi ei hateb ddiwethaf. Mae’r atebion sy’n dal yn gywir wedi’u cadw. Gwiriwch y rhai a roesoch cyn i chi eu hanfon.",
  },
  bring: { en: "What to bring", cy: "Beth i ddod gyda chi" },
  doNext: { en: "What to do next", cy: "Beth i’w wneud nesaf" },
  linksEligible: { en: "How to get it", cy: "Sut i’w gael" },
  linksRefused: { en: "Other help", cy: "Help arall" },
  linksMore: { en: "Find out more", cy: "Rhagor o wybodaeth" },
  linksContact: { en: "Who to contact", cy: "Gyda phwy i gysylltu" },
  source: { en: "Source:", cy: "Ffynhonnell:" },
  filledFromAnswer: {
    en: (ask: string) => `We filled this in from your answer to ‘${ask}’. Change it if it is not right`,
    cy: (ask: string) => `Gwnaethom lenwi hwn o’ch ateb i ‘${ask}’. Newidiwch ef os nad yw’n gywir`,
  },
  filledFromFact: {
    en: (source: string) => `We filled this in from: ${source}. Change it if it is not right`,
    cy: (source: string) => `Gwnaethom lenwi hwn o: ${source}. Newidiwch ef os nad yw’n gywir`,
  },
  wrongAnswer: { en: "If an answer was wrong, you can", cy: "Os oedd ateb yn anghywir, gallwch" },
  goBackAndChange: { en: "go back and change it", cy: "fynd yn ôl a’i newid" },
  allServicesLink: { en: "See all services", cy: "Gweld pob gwasanaeth" },
  sent: { en: "Sent", cy: "Wedi’i anfon" },
  yourReference: { en: "Your reference", cy: "Eich cyfeirnod" },
  confirmationTo: {
    en: (to: string) => `We have sent a confirmation to ${to}.`,
    cy: (to: string) => `Rydym wedi anfon cadarnhad i ${to}.`,
  },
  you: { en: "you", cy: "chi" },
  letterComes: { en: "We will send you a letter.", cy: "Byddwn yn anfon llythyr atoch." },
  next: { en: "What happens next", cy: "Beth sy’n digwydd nesaf" },
  aimBy: { en: "We aim to finish by", cy: "Ein nod yw gorffen erbyn" },
  youCan: { en: "You can", cy: "Gallwch" },
  checkProgressAtAnyTime: {
    en: (proof: string) => `at any time with your reference and ${proof}.`,
    cy: (proof: string) => `unrhyw bryd gyda’ch cyfeirnod a’ch ${proof}.`,
  },
  checkProgressLink: { en: "check progress", cy: "wirio cynnydd" },
  postcodeProof: { en: "postcode", cy: "cod post" },
  emailProof: { en: "email address", cy: "cyfeiriad e-bost" },
  feedbackTitle: { en: "What did you think of this service?", cy: "Beth oedd eich barn am y gwasanaeth hwn?" },
  takes30: { en: "(takes 30 seconds)", cy: "(mae’n cymryd 30 eiliad)" },
  thanksTitle: { en: "Thank you for your feedback", cy: "Diolch am eich adborth" },
  thanksText: { en: "We use it to make the service better.", cy: "Rydym yn ei ddefnyddio i wella’r gwasanaeth." },
  backToServices: { en: "Back to all services", cy: "Yn ôl i’r holl wasanaethau" },
  satisfied: {
    en: "Overall, how satisfied were you with this service?",
    cy: "At ei gilydd, pa mor fodlon oeddech chi â’r gwasanaeth hwn?",
  },
  scores: {
    en: ["Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied"],
    cy: ["Anfodlon iawn", "Anfodlon", "Heb fod yn fodlon nac yn anfodlon", "Bodlon", "Bodlon iawn"],
  },
  better: { en: "How could we make it better? (optional)", cy: "Sut gallem ei wella? (dewisol)" },
  notPersonal: {
    en: "Do not include your name, National Insurance number or card number",
    cy: "Peidiwch â chynnwys eich enw, eich rhif Yswiriant Gwladol na rhif eich cerdyn",
  },
  sendFeedback: { en: "Send feedback", cy: "Anfon adborth" },
  emailAddress: { en: "Email address", cy: "Cyfeiriad e-bost" },
  yourEmail: { en: "your email address", cy: "eich cyfeiriad e-bost" },
  savedFor: {
    en: (days: number) => `Your answers are saved. We keep them for ${days} days after you last change one.`,
    cy: (days: number) => `Mae eich atebion wedi’u cadw. Rydym yn eu cadw am ${days} diwrnod ar ôl i chi newid un ddiwethaf.`,
  },
  remind: {
    en: (days: number) =>
      `If you have not sent your answers by then, we will remind you by email ${days === 1 ? "the day" : `${days} days`} before we delete them.`,
    cy: (days: number) =>
      `Os nad ydych wedi anfon eich atebion erbyn hynny, byddwn yn eich atgoffa drwy e-bost ${days === 1 ? "y diwrnod" : `${days} diwrnod`} cyn i ni eu dileu.`,
  },
  linkOnce: {
    en: (hours: number) => `We will email you a link that opens them on any device. It works once, for ${hours} hours.`,
    cy: (hours: number) =>
      `Byddwn yn anfon dolen atoch drwy e-bost sy’n eu hagor ar unrhyw ddyfais. Mae’n gweithio unwaith, am ${hours} awr.`,
  },
  emailMe: { en: "Email me a link", cy: "Anfonwch ddolen ataf drwy e-bost" },
  withoutLink: { en: "Go on without a link", cy: "Mynd ymlaen heb ddolen" },
  checkEmail: { en: "Check your email", cy: "Gwiriwch eich e-bost" },
  linkSent: {
    en: (hours: number) => `We have sent you a link. It opens your answers once, within ${hours} hours.`,
    cy: (hours: number) => `Rydym wedi anfon dolen atoch. Mae’n agor eich atebion unwaith, o fewn ${hours} awr.`,
  },
  ifNotCome: {
    en: "If it does not come within 10 minutes, look in your spam folder, or",
    cy: "Os na ddaw o fewn 10 munud, edrychwch yn eich ffolder sbam, neu",
  },
  sendAgain: { en: "send it again", cy: "anfonwch hi eto" },
  closeOr: { en: "You can close this page, or", cy: "Gallwch gau’r dudalen hon, neu" },
  goOnNow: { en: "go on now", cy: "fynd ymlaen nawr" },
  resumeTitle: { en: "Go on with your answers", cy: "Mynd ymlaen â’ch atebion" },
  resumeText: {
    en: "Press Continue to open your saved answers on this device.",
    cy: "Pwyswch Parhau i agor yr atebion rydych wedi’u cadw ar y ddyfais hon.",
  },
  findText: {
    en: "See where your report or application stands, what happens next, and add to it.",
    cy: "Gallwch weld ble mae eich adroddiad neu’ch cais yn sefyll, beth sy’n digwydd nesaf, ac ychwanegu ato.",
  },
  reference: { en: "Reference", cy: "Cyfeirnod" },
  referenceLike: { en: "It has 9 letters and numbers, for example", cy: "Mae ganddo 9 o lythrennau a rhifau, er enghraifft" },
  proof: { en: "Email address, or the postcode we write to", cy: "Cyfeiriad e-bost, neu’r cod post rydym yn ysgrifennu ato" },
  proofHint: { en: "The one you gave us", cy: "Yr un a roesoch i ni" },
  noReference: { en: "No reference? Call us on", cy: "Dim cyfeirnod? Ffoniwch ni ar" },
  noSuchCase: {
    en: "Check the reference and the email address or postcode: we have no case with both",
    cy: "Gwiriwch y cyfeirnod a’r cyfeiriad e-bost neu’r cod post: nid oes gennym achos â’r ddau",
  },
  enterReference: { en: "Enter your reference", cy: "Rhowch eich cyfeirnod" },
  enterProof: { en: "Enter your email address or postcode", cy: "Rhowch eich cyfeiriad e-bost neu’ch cod post" },
  messageTaken: { en: "We have your message. It is with the team.", cy: "Mae eich neges gennym. Mae gyda’r tîm." },
  success: { en: "Success", cy: "Llwyddiant" },
  checkAnother: { en: "Check another", cy: "Gwirio un arall" },
  happened: { en: "What has happened", cy: "Beth sydd wedi digwydd" },
  addMessage: { en: "Add a message or a photograph", cy: "Ychwanegu neges neu lun" },
  youTold: { en: "What you told us", cy: "Beth ddywedoch wrthym" },
  finishedOn: { en: (day: string) => `We finished ${onDay("en", day)}.`, cy: (day: string) => `Gwnaethom orffen ${onDay("cy", day)}.` },
  aimedBy: { en: (day: string) => `We aimed to finish by ${day}.`, cy: (day: string) => `Ein nod oedd gorffen erbyn ${day}.` },
  late: { en: "We are late, and we are sorry.", cy: "Rydym yn hwyr, ac mae’n ddrwg gennym." },
  saidBy: { en: (day: string) => `We said by ${day}.`, cy: (day: string) => `Gwnaethom ddweud erbyn ${day}.` },
  nowExpect: { en: "We now expect to finish by", cy: "Rydym nawr yn disgwyl gorffen erbyn" },
  clockStopped: { en: (why: string) => `The clock is stopped: ${why}.`, cy: (why: string) => `Mae’r cloc wedi’i stopio: ${why}.` },
  timeAdded: {
    en: "The time that the clock is stopped is added to that.",
    cy: "Caiff yr amser y mae’r cloc wedi’i stopio ei ychwanegu at hynny.",
  },
  wasStopped: {
    en: (length: string) => `The clock was stopped for ${length}.`,
    cy: (length: string) => `Cafodd y cloc ei stopio am ${length}.`,
  },
  eventExpected: {
    en: (day: string) => `We told you to expect it by ${day}`,
    cy: (day: string) => `Gwnaethom ddweud wrthych am ei ddisgwyl erbyn ${day}`,
  },
  eventCorrected: {
    en: (question: string) => `We changed an answer: ${question}`,
    cy: (question: string) => `Gwnaethom newid ateb: ${question}`,
  },
  pageOf: {
    en: (page: number, pages: number) => `Page ${page} of ${pages}`,
    cy: (page: number, pages: number) => `Tudalen ${page} o ${pages}`,
  },
  saveAnswers: { en: "Save a copy of your answers (PDF)", cy: "Cadw copi o’ch atebion (PDF)" },
  stillHasIt: { en: "The team still has it.", cy: "Mae’n dal gyda’r tîm." },
  yourMessage: { en: "Your message", cy: "Eich neges" },
  fileOptional: { en: "A photograph or document (optional)", cy: "Llun neu ddogfen (dewisol)" },
  eventSent: { en: "You sent it to us", cy: "Gwnaethoch ei anfon atom" },
  eventTold: { en: "We wrote to you", cy: "Gwnaethom ysgrifennu atoch" },
  eventReplied: { en: "You wrote to us", cy: "Gwnaethoch ysgrifennu atom" },
  eventMovedHere: {
    en: (day: string) => `We moved it here from another service. You first sent it on ${day}`,
    cy: (day: string) => `Gwnaethom ei symud yma o wasanaeth arall. Gwnaethoch ei anfon gyntaf ar ${day}`,
  },
  eventMerged: {
    en: "We found that somebody else had told us about the same thing, and deal with both together",
    cy: "Gwelsom fod rhywun arall wedi rhoi gwybod i ni am yr un peth, ac rydym yn delio â’r ddau gyda’i gilydd",
  },
  eventUnmerged: {
    en: "We found that it is not the same after all, and deal with yours by itself again",
    cy: "Gwelsom nad yr un peth ydyw wedi’r cyfan, ac rydym yn delio â’ch un chi ar ei ben ei hun eto",
  },
  sameAsAnother: {
    en: "Somebody else told us about the same thing, and we are dealing with both together. This is where that stands.",
    cy: "Mae rhywun arall wedi rhoi gwybod i ni am yr un peth, ac rydym yn delio â’r ddau gyda’i gilydd. Dyma ble mae hynny’n sefyll.",
  },
  eventMoved: { en: "We moved it on", cy: "Gwnaethom ei symud ymlaen" },
  chooseScore: { en: "Select how satisfied you are", cy: "Dewiswch pa mor fodlon ydych chi" },
  commentLong: { en: "Your comment must be 1,200 characters or fewer", cy: "Rhaid i’ch sylw fod yn 1,200 nod neu lai" },
  enterMessage: { en: "Enter a message or add a file", cy: "Rhowch neges neu ychwanegwch ffeil" },
  messageLong: {
    en: (most: string) => `Your text must be ${most} characters or fewer`,
    cy: (most: string) => `Rhaid i’ch testun fod yn ${most} nod neu lai`,
  },
  confirmEach: {
    en: "Select each statement to confirm that it is true",
    cy: "Dewiswch bob datganiad i gadarnhau ei fod yn wir",
  },
  confirmAll: {
    en: "Select each statement of the declaration to confirm that it is true",
    cy: "Dewiswch bob rhan o’r datganiad i gadarnhau ei bod yn wir",
  },
  tooManyFiles: {
    en: "There are too many files in this application. Remove one before you add another",
    cy: "Mae gormod o ffeiliau yn y cais hwn. Dilëwch un cyn i chi ychwanegu un arall",
  },
  completed: { en: "Completed", cy: "Wedi’i gwblhau" },
  inProgress: { en: "In progress", cy: "Ar y gweill" },
  notStarted: { en: "Not yet started", cy: "Heb ddechrau" },
  cannotStart: { en: "Cannot start yet", cy: "Ni ellir dechrau eto" },
  changeFirst: { en: "Change your first answers", cy: "Newid eich atebion cyntaf" },
  yourApplication: { en: "Your application", cy: "Eich cais" },
  sectionsDone: {
    en: (done: number, all: number) => `You have completed ${done} of ${all} sections. Your answers are saved as you go.`,
    cy: (done: number, all: number) => `Rydych wedi cwblhau ${done} o ${all} adran. Caiff eich atebion eu cadw wrth i chi fynd.`,
  },
  completeFirst: {
    en: (titles: readonly string[]) => `Complete ${quotedList(titles, "and")} first`,
    cy: (titles: readonly string[]) => `Cwblhewch ${quotedList(titles, "a")} yn gyntaf`,
  },
  checkAndSend: { en: "Check your answers and send", cy: "Gwiriwch eich atebion ac anfon" },
  yourAnswers: { en: "Your answers", cy: "Eich atebion" },
  backToApplication: { en: "Back to your application", cy: "Yn ôl i’ch cais" },
  onlyEnglish: { en: "", cy: "Nid yw’r gwasanaeth hwn ar gael yn Gymraeg eto." },
};

/** ["A", "B"] -> "‘A’ and ‘B’" */
function quotedList(titles: readonly string[], last: string): string {
  const quoted = titles.map((title) => `‘${title}’`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} ${last} ${quoted.at(-1)}`;
}

export const PAGE_WORDS = inBoth({ ...JOURNEY_WORDS, ...CONFIRM_WORDS, ...REQUEST_WORDS, ...ACTION_WORDS, ...HELP_WORDS, ...SITE_WORDS });
export type PageWords = (typeof PAGE_WORDS)["en"];
