/** What the pages around the services say: the frame of every page, the lists of services, and the pages that every council must have. */
export const SITE_WORDS = {
  skip: { en: "Skip to main content", cy: "Neidio i’r prif gynnwys" },
  menu: { en: "Menu", cy: "Dewislen" },
  serviceInformation: { en: "Service information", cy: "Gwybodaeth am y gwasanaeth" },
  supportLinks: { en: "Support links", cy: "Dolenni cymorth" },
  language: { en: "Language", cy: "Iaith" },
  breadcrumb: { en: "Breadcrumb", cy: "Briwsion bara" },
  services: { en: "Services", cy: "Gwasanaethau" },
  checkProgress: { en: "Check progress", cy: "Gwirio cynnydd" },
  performance: { en: "Performance", cy: "Perfformiad" },
  accessibility: { en: "Accessibility", cy: "Hygyrchedd" },
  privacy: { en: "Privacy and cookies", cy: "Preifatrwydd a chwcis" },
  contact: { en: "Contact us", cy: "Cysylltu â ni" },
  staffSignIn: { en: "Staff sign in", cy: "Mewngofnodi staff" },
  home: { en: "Home", cy: "Hafan" },
  lead: {
    en: "Report a problem, apply for something or tell us about a change.",
    cy: "Rhowch wybod am broblem, gwnewch gais am rywbeth neu dywedwch wrthym am newid.",
  },
  allAToZ: { en: "All services, A to Z", cy: "Pob gwasanaeth, A i Y" },
  aToZTitle: { en: "Services A to Z", cy: "Gwasanaethau A i Y" },
  aToZ: { en: "A to Z", cy: "A i Y" },
  found: {
    en: (count: number) => `${count === 1 ? "1 service" : `${count} services`} found`,
    cy: (count: number) => `Wedi dod o hyd i ${count} gwasanaeth`,
  },
  checkSpelling: { en: "Check the spelling, use fewer words, or", cy: "Gwiriwch y sillafu, defnyddiwch lai o eiriau, neu" },
  lookThrough: { en: "look through all services", cy: "edrychwch drwy’r holl wasanaethau" },
  alsoCall: { en: "You can also call us on", cy: "Gallwch hefyd ein ffonio ar" },
  searchTitle: { en: (words: string) => `${words} – search`, cy: (words: string) => `${words} – chwilio` },
  searchLabel: { en: "Search for a service", cy: "Chwilio am wasanaeth" },
  search: { en: "Search", cy: "Chwilio" },
  allServices: { en: "All services", cy: "Pob gwasanaeth" },
  whoCanUse: { en: "Who can use it", cy: "Pwy all ei ddefnyddio" },
  whatYouNeed: { en: "What you need", cy: "Beth sydd ei angen arnoch" },
  timeToFill: { en: "Time to fill in", cy: "Amser i’w lenwi" },
  cost: { en: "Cost", cy: "Cost" },
  startAgain: { en: "Start again", cy: "Dechrau eto" },
  startNow: { en: "Start now", cy: "Dechrau nawr" },
  unsent: { en: "You have answers here that you have not sent yet.", cy: "Mae gennych atebion yma nad ydych wedi’u hanfon eto." },
  otherWays: { en: "Other ways to do it", cy: "Ffyrdd eraill o’i wneud" },
  callOn: { en: "Call us on", cy: "Ffoniwch ni ar" },
  fillWithYou: {
    en: "We can fill it in with you, and answer questions.",
    cy: "Gallwn ei lenwi gyda chi, ac ateb cwestiynau.",
  },
  orVisit: { en: "Or visit us:", cy: "Neu ymwelwch â ni:" },
  call: { en: "Call", cy: "Ffoniwch" },
  anyForm: { en: "We can fill in any form with you.", cy: "Gallwn lenwi unrhyw ffurflen gyda chi." },
  email: { en: "Email", cy: "E-bostiwch" },
  visitUs: { en: "Visit us", cy: "Ymweld â ni" },
  accessibilityTitle: { en: "Accessibility statement", cy: "Datganiad hygyrchedd" },
  accessibilityWants: {
    en: (council: string) => `${council} wants as many people as possible to use this website. You should be able to:`,
    cy: (council: string) => `Mae ${council} am i gynifer o bobl â phosibl ddefnyddio’r wefan hon. Dylech allu:`,
  },
  accessibilityCan: {
    en: [
      "zoom in up to 400% without text going off the screen",
      "use it with a keyboard alone, or with a screen reader",
      "use it on an old phone, with scripts off, and on a slow line",
    ],
    cy: [
      "chwyddo hyd at 400% heb i’r testun fynd oddi ar y sgrin",
      "ei defnyddio â bysellfwrdd yn unig, neu â darllenydd sgrin",
      "ei defnyddio ar hen ffôn, â sgriptiau wedi’u diffodd, ac ar linell araf",
    ],
  },
  howAccessible: { en: "How accessible it is", cy: "Pa mor hygyrch ydyw" },
  howAccessibleText: {
    en: "It is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every kind of page is checked by program on each change. People with access needs have not yet tested it for us.",
    cy: "Fe’i hadeiladwyd i fodloni’r Canllawiau Hygyrchedd Cynnwys Gwe 2.2 ar lefel AA. Caiff pob math o dudalen ei wirio gan raglen bob tro y bydd newid. Nid yw pobl ag anghenion hygyrchedd wedi’i phrofi i ni eto.",
  },
  cannotUse: { en: "If you cannot use a part of it", cy: "Os na allwch ddefnyddio rhan ohoni" },
  orEmail: { en: "or email", cy: "neu e-bostiwch" },
  withYou: {
    en: "We will do it with you, and answer within 5 working days.",
    cy: "Byddwn yn ei wneud gyda chi, ac yn ateb o fewn 5 diwrnod gwaith.",
  },
  enforcement: { en: "Enforcement", cy: "Gorfodi" },
  enforcementText: {
    en: "The Equality and Human Rights Commission enforces the accessibility regulations. If you are not happy with our answer, contact the",
    cy: "Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi’r rheoliadau hygyrchedd. Os nad ydych yn fodlon ar ein hateb, cysylltwch â’r",
  },
  advisoryService: {
    en: "Equality Advisory and Support Service",
    cy: "Gwasanaeth Cynghori a Chymorth Cydraddoldeb",
  },
  basisAnd: {
    en: (basis: string) => `Lawful basis: ${basis}.`,
    cy: (basis: string) => `Sail gyfreithlon: ${WELSH_BASES[basis] ?? basis}.`,
  },
  keptFor: {
    en: (length: string) => `We keep it for ${length} after we finish.`,
    cy: (length: string) => `Rydym yn ei gadw am ${length} ar ôl i ni orffen.`,
  },
  draftsOnly: {
    en: (days: number) => `We delete your answers ${days} days after you last changed one.`,
    cy: (days: number) => `Rydym yn dileu eich atebion ${days} diwrnod ar ôl i chi newid un ddiwethaf.`,
  },
  privacyText: {
    en: (council: string) =>
      `${council} holds what you tell us so that we can do what you ask. We do not sell it, and we use it for nothing else.`,
    cy: (council: string) =>
      `Mae ${council} yn cadw’r hyn a ddywedwch wrthym er mwyn i ni allu gwneud yr hyn a ofynnwch. Nid ydym yn ei werthu, ac nid ydym yn ei ddefnyddio at unrhyw ddiben arall.`,
  },
  whyHeld: { en: "Why we hold it, and for how long", cy: "Pam rydym yn ei gadw, ac am ba hyd" },
  rights: { en: "Your rights", cy: "Eich hawliau" },
  rightsText: {
    en: "You can ask what we hold about you, and ask us to correct or erase it.",
    cy: "Gallwch ofyn beth rydym yn ei gadw amdanoch, a gofyn i ni ei gywiro neu ei ddileu.",
  },
  orCall: { en: "or call", cy: "neu ffoniwch" },
  cookies: { en: "Cookies", cy: "Cwcis" },
  cookiesText: {
    en: "We set only cookies that the site cannot work without: one for each form you have started (as long as we keep your answers), one for a case you look up (2 hours), one for the language you choose (a year), and one for staff who sign in. We do not track you.",
    cy: "Dim ond cwcis na all y wefan weithio hebddynt rydym yn eu gosod: un ar gyfer pob ffurflen rydych wedi’i dechrau (cyhyd ag y cadwn eich atebion), un ar gyfer achos rydych yn chwilio amdano (2 awr), un ar gyfer yr iaith rydych yn ei dewis (blwyddyn), ac un ar gyfer staff sy’n mewngofnodi. Nid ydym yn eich olrhain.",
  },
  withdrawnTitle: { en: "You can’t do this online at the moment", cy: "Ni allwch wneud hyn ar-lein ar hyn o bryd" },
  insteadTitle: { en: "What you can do instead", cy: "Beth gallwch ei wneud yn lle hynny" },
  sentAlready: { en: "If you have sent it already", cy: "Os ydych wedi’i anfon yn barod" },
  workingOnIt: { en: "We have it and are working on it. You can", cy: "Mae gennym ac rydym yn gweithio arno. Gallwch" },
  withReference: { en: "with your reference.", cy: "gyda’ch cyfeirnod." },
  answersKept: {
    en: (days: number) =>
      `Your answers have not been sent. They are safe: we keep them for ${days} days after you last changed one, and you can go on from here when the service is back.`,
    cy: (days: number) =>
      `Nid yw eich atebion wedi’u hanfon. Maent yn ddiogel: rydym yn eu cadw am ${days} diwrnod ar ôl i chi newid un ddiwethaf, a gallwch fynd ymlaen o’r fan hon pan fydd y gwasanaeth yn ôl.`,
  },
  tryAgain: { en: "Try again", cy: "Rhowch gynnig arall arni" },
  toFrontPage: { en: "Go to the front page", cy: "Mynd i’r hafan" },
  councilUnknown: { en: "Council", cy: "Cyngor" },
};

const WELSH_BASES: Readonly<Record<string, string>> = {
  consent: "cydsyniad",
  contract: "contract",
  "legal obligation": "rhwymedigaeth gyfreithiol",
  "vital interests": "buddiannau hanfodol",
  "public task": "tasg gyhoeddus",
  "legitimate interests": "buddiannau dilys",
};
