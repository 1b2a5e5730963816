/** What is said to the person of a case when they are asked for something. */
export const REQUEST_WORDS = {
  waitingForYou: { en: "waiting for you", cy: "yn aros amdanoch chi" },
  weNeed: { en: "We need something from you", cy: "Mae angen rhywbeth arnom gennych" },
  answerBy: { en: (day: string) => `Answer by the end of ${day}.`, cy: (day: string) => `Atebwch erbyn diwedd ${day}.` },
  answerLate: {
    en: (day: string) => `We asked for it by ${day}. You can still send it.`,
    cy: (day: string) => `Gwnaethom ofyn amdano erbyn ${day}. Gallwch ei anfon o hyd.`,
  },
  answerNow: { en: "Answer now", cy: "Ateb nawr" },
  askedOwn: { en: "We have a question for you", cy: "Mae gennym gwestiwn i chi" },
  yourAnswer: { en: "Your answer", cy: "Eich ateb" },
  yourFiles: { en: "Add files", cy: "Ychwanegwch ffeiliau" },
  answerOrFile: { en: "Enter an answer or add a file", cy: "Rhowch ateb neu ychwanegwch ffeil" },
  checkAnswer: { en: "Check your answer before you send it", cy: "Gwiriwch eich ateb cyn ei anfon" },
  sendAnswer: { en: "Send your answer", cy: "Anfon eich ateb" },
  changeIt: { en: "Change it", cy: "Newid" },
  agreeHeading: { en: "Use it for other services", cy: "Ei ddefnyddio ar gyfer gwasanaethau eraill" },
  agree: {
    en: "Other services of the council may see it once it is accepted, so that I need not send it again",
    cy: "Caiff gwasanaethau eraill y cyngor ei weld unwaith y caiff ei dderbyn, fel nad oes rhaid i mi ei anfon eto",
  },
  agreeHint: {
    en: "You do not have to agree. You can take it back at any time on the page of your case",
    cy: "Nid oes rhaid i chi gytuno. Gallwch ei dynnu’n ôl unrhyw bryd ar dudalen eich achos",
  },
  agreed: {
    en: "You agreed that other services may see it once it is accepted.",
    cy: "Gwnaethoch gytuno y caiff gwasanaethau eraill ei weld unwaith y caiff ei dderbyn.",
  },
  stopSharing: { en: "Stop other services seeing it", cy: "Atal gwasanaethau eraill rhag ei weld" },
  answerThanks: { en: "We have your answer", cy: "Mae eich ateb gennym" },
  answerThanksBody: {
    en: "Thank you. We will look at it. You can close this page.",
    cy: "Diolch. Byddwn yn edrych arno. Gallwch gau’r dudalen hon.",
  },
  answerOver: { en: "We no longer need this from you", cy: "Nid oes angen hwn arnom gennych mwyach" },
  answerOverBody: {
    en: "If you still want to send us something, add it to your case or call us on",
    cy: "Os ydych am anfon rhywbeth atom o hyd, ychwanegwch ef at eich achos neu ffoniwch ni ar",
  },
  whatYouSent: { en: "What you sent when we asked", cy: "Beth a anfonoch pan ofynnom" },
  verdicts: {
    en: { accepted: "Accepted", rejected: "Not accepted", none: "Not looked at yet" },
    cy: { accepted: "Wedi’i dderbyn", rejected: "Heb ei dderbyn", none: "Heb edrych arno eto" },
  },
  goodUntil: { en: (day: string) => `Good until ${day}`, cy: (day: string) => `Yn ddilys tan ${day}` },
  eventRequested: { en: (what: string) => `We asked you: ${what}`, cy: (what: string) => `Gwnaethom ofyn i chi: ${what}` },
  eventAnswered: { en: (what: string) => `You answered: ${what}`, cy: (what: string) => `Gwnaethoch ateb: ${what}` },
  eventLapsed: { en: (what: string) => `We had no answer in time: ${what}`, cy: (what: string) => `Ni chawsom ateb mewn pryd: ${what}` },
  eventWithdrawn: { en: (what: string) => `We no longer need it: ${what}`, cy: (what: string) => `Nid oes ei angen arnom mwyach: ${what}` },
  eventReminded: { en: (what: string) => `We reminded you: ${what}`, cy: (what: string) => `Gwnaethom eich atgoffa: ${what}` },
  eventAccepted: {
    en: (what: string) => `We accepted what you sent: ${what}`,
    cy: (what: string) => `Gwnaethom dderbyn yr hyn a anfonoch: ${what}`,
  },
  eventRejected: {
    en: (what: string) => `We could not use what you sent: ${what}`,
    cy: (what: string) => `Ni allem ddefnyddio’r hyn a anfonoch: ${what}`,
  },
  eventUnshared: {
    en: (what: string) => `You stopped other services seeing it: ${what}`,
    cy: (what: string) => `Gwnaethoch atal gwasanaethau eraill rhag ei weld: ${what}`,
  },
};
