/** What is said to others who must confirm, and of them. */
export const CONFIRM_WORDS = {
  pleaseConfirm: { en: "Please confirm", cy: "Cadarnhewch" },
  namedYou: {
    en: (who: string, council: string) => `${who} has sent this to ${council} and named you. We cannot go on until you answer.`,
    cy: (who: string, council: string) =>
      `Mae ${who} wedi anfon hwn at ${council} ac wedi’ch enwi chi. Ni allwn fynd ymlaen nes i chi ateb.`,
  },
  somebody: { en: "Somebody", cy: "Rhywun" },
  whatTheyTold: { en: "What they told us", cy: "Beth ddywedon nhw wrthym" },
  whatYouDeclare: { en: "What you declare", cy: "Beth rydych yn ei ddatgan" },
  doYouConfirm: { en: "Do you confirm this?", cy: "Ydych chi’n cadarnhau hyn?" },
  yesDeclare: { en: "Yes, I declare it", cy: "Ydw, rwy’n ei ddatgan" },
  notRight: { en: "No, this is not right", cy: "Nac ydw, nid yw hyn yn gywir" },
  whatIsNotRight: { en: "If it is not right, tell us why", cy: "Os nad yw’n gywir, dywedwch wrthym pam" },
  notPassedOn: {
    en: "We tell the person who sent it that you say so, not what you write here",
    cy: "Byddwn yn dweud wrth y sawl a’i hanfonodd eich bod yn dweud hynny, nid beth rydych yn ei ysgrifennu yma",
  },
  selectIfRight: { en: "Select if you confirm this", cy: "Dewiswch a ydych yn cadarnhau hyn" },
  yesAndWhyNot: {
    en: "You wrote what is not right. Select No, or empty the box",
    cy: "Gwnaethoch ysgrifennu beth sydd ddim yn gywir. Dewiswch Nac ydw, neu gwagiwch y blwch",
  },
  enterNotRight: { en: "Enter what is not right", cy: "Rhowch beth sydd ddim yn gywir" },
  notRightLong: {
    en: "What is not right must be 2,000 characters or fewer",
    cy: "Rhaid i’r hyn sydd ddim yn gywir fod yn 2,000 nod neu lai",
  },
  askFirst: { en: "If you want to ask something first, call us on", cy: "Os ydych am ofyn rhywbeth yn gyntaf, ffoniwch ni ar" },
  youConfirmed: { en: "You have confirmed", cy: "Rydych wedi cadarnhau" },
  youDisputed: { en: "You have told us that it is not right", cy: "Rydych wedi dweud wrthym nad yw’n gywir" },
  afterConfirmed: {
    en: "Thank you. We will tell the person who sent it once everybody has confirmed.",
    cy: "Diolch. Byddwn yn dweud wrth y sawl a’i hanfonodd unwaith y bydd pawb wedi cadarnhau.",
  },
  afterDisputed: {
    en: "Thank you. We will look at it. We may write to you again.",
    cy: "Diolch. Byddwn yn edrych arno. Efallai y byddwn yn ysgrifennu atoch eto.",
  },
  changeAnswer: {
    en: "You can close this page. If you want to change your answer, call us on",
    cy: "Gallwch gau’r dudalen hon. Os ydych am newid eich ateb, ffoniwch ni ar",
  },
  whoMustConfirm: { en: "Who must confirm", cy: "Pwy sy’n gorfod cadarnhau" },
  confirmStates: {
    en: { waiting: "Not answered yet", confirmed: "Confirmed", disputed: "Says it is not right" },
    cy: { waiting: "Heb ateb eto", confirmed: "Wedi cadarnhau", disputed: "Yn dweud nad yw’n gywir" },
  },
  eventConfirmed: { en: (who: string) => `${who} confirmed`, cy: (who: string) => `Cadarnhaodd ${who}` },
  eventDisputed: {
    en: (who: string) => `${who} told us that something is not right`,
    cy: (who: string) => `Dywedodd ${who} wrthym nad yw rhywbeth yn gywir`,
  },
  eventAsked: { en: (who: string) => `We sent ${who} a new link`, cy: (who: string) => `Gwnaethom anfon dolen newydd at ${who}` },
};
