/** What a question says that is chosen from a register. */
export const REGISTER_INPUTS = {
  search: { en: "Search", cy: "Chwilio" },
  searchByName: { en: "Search by name", cy: "Chwilio yn ôl enw" },
  searchAgain: { en: "Search for another word", cy: "Chwiliwch am air arall" },
  foundNothing: {
    en: (search: string) => `We found nothing for ‘${search}’. Check the spelling, or search for another word.`,
    cy: (search: string) => `Ni chawsom hyd i ddim ar gyfer ‘${search}’. Gwiriwch y sillafu, neu chwiliwch am air arall.`,
  },
  results: {
    en: (total: number, search: string) => `${total} ${total === 1 ? "result" : "results"}${search === "" ? "" : ` for ‘${search}’`}`,
    cy: (total: number, search: string) => `${total} canlyniad${search === "" ? "" : ` ar gyfer ‘${search}’`}`,
  },
  firstResults: {
    en: (shown: number, total: number, search: string) =>
      `The first ${shown} of ${total} results${search === "" ? "" : ` for ‘${search}’`}. Search for another word as well to see fewer`,
    cy: (shown: number, total: number, search: string) =>
      `Y ${shown} cyntaf o ${total} canlyniad${search === "" ? "" : ` ar gyfer ‘${search}’`}. Chwiliwch am air arall hefyd i weld llai`,
  },
  noneOfThese: { en: "None of these", cy: "Dim un o’r rhain" },
};
