/** What the web says where somebody would rather finish with an officer. */
export const HELP_WORDS = {
  helpTitle: { en: "Finish it with us", cy: "Gorffen gyda ni" },
  helpOffer: {
    en: "If you are stuck, we can finish it with you by phone. You will not have to start again.",
    cy: "Os ydych yn cael trafferth, gallwn ei orffen gyda chi dros y ffôn. Ni fydd rhaid i chi ddechrau eto.",
  },
  helpButton: { en: "Get a number to give us", cy: "Cael rhif i’w roi i ni" },
  helpCall: { en: "Call us and give this number", cy: "Ffoniwch ni a rhowch y rhif hwn" },
  helpUntil: {
    en: (minutes: number) =>
      `It works for ${minutes} minutes. Who you give it to sees your answers, and can go on with them and send them for you.`,
    cy: (minutes: number) =>
      `Mae’n gweithio am ${minutes} munud. Bydd y sawl yr ydych yn ei roi iddo yn gweld eich atebion, ac yn gallu parhau â nhw a’u hanfon ar eich rhan.`,
  },
  helpHours: { en: "When we answer", cy: "Pryd y byddwn yn ateb" },
};
