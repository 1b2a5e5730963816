import { onDay } from "./calendar-words.ts";

/** What is said to the person of a case about what officers recorded, and about opening it again. */
export const ACTION_WORDS = {
  weRecorded: { en: "What we recorded", cy: "Yr hyn a gofnodwyd gennym" },
  eventReopened: { en: "The case was reopened", cy: "Cafodd yr achos ei ailagor" },
  reopenHeading: { en: "If it is not finished", cy: "Os nad yw wedi’i orffen" },
  reopenUntil: {
    en: (day: string) => `You can reopen this case until the end of ${day}.`,
    cy: (day: string) => `Gallwch ailagor yr achos hwn tan ddiwedd ${day}.`,
  },
  reopenReason: { en: "Why should we look at it again?", cy: "Pam ddylem ni edrych arno eto?" },
  reopenButton: { en: "Reopen this case", cy: "Ailagor yr achos hwn" },
  enterReopenReason: { en: "Enter why we should look at it again", cy: "Rhowch pam ddylem ni edrych arno eto" },
  reopenLong: {
    en: (most: string) => `Your reason must be ${most} characters or fewer`,
    cy: (most: string) => `Rhaid i’ch rheswm fod yn ${most} o nodau neu lai`,
  },
  reopenOver: {
    en: (day: string) => `This case could be reopened until ${day}. If you need us again, start a new one:`,
    cy: (day: string) => `Roedd modd ailagor yr achos hwn tan ${day}. Os oes ein hangen arnoch eto, dechreuwch un newydd:`,
  },
  reopenDone: {
    en: "The case is open again, and we have your reason.",
    cy: "Mae’r achos ar agor eto, ac mae eich rheswm gennym.",
  },
  reopenedOn: {
    en: (day: string) => `It was reopened ${onDay("en", day)}.`,
    cy: (day: string) => `Cafodd ei ailagor ${onDay("cy", day)}.`,
  },
};
