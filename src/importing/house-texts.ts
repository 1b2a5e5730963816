import type { TextPair } from "./text-pairs.ts";

/** How the import asks what else it is. */
const OTHER = " Other:";

/** What every imported definition says until somebody puts in their own words, in Welsh. `at` is the stage that says it. */
const HOUSE_TEXTS: readonly TextPair[] = [
  { at: "", english: "Other services", welsh: "Gwasanaethau eraill" },
  {
    at: "",
    english: "Anyone who lives in the borough can use this service.",
    welsh: "Gall unrhyw un sy’n byw yn y fwrdeistref ddefnyddio’r gwasanaeth hwn.",
  },
  { at: "", english: "10 minutes", welsh: "10 munud" },
  { at: "", english: "Free", welsh: "Am ddim" },
  { at: "", english: "What it costs depends on your answers.", welsh: "Mae’r gost yn dibynnu ar eich atebion." },
  { at: "", english: "We answer within 10 working days.", welsh: "Rydym yn ateb o fewn 10 diwrnod gwaith." },
  { at: "received", english: "Received", welsh: "Wedi cyrraedd" },
  { at: "received", english: "We have your request.", welsh: "Mae eich cais gennym." },
  { at: "received", english: "We will look at it and answer you.", welsh: "Byddwn yn edrych arno ac yn eich ateb." },
  { at: "closed", english: "Closed", welsh: "Ar gau" },
  { at: "closed", english: "We have answered you.", welsh: "Rydym wedi eich ateb." },
  { at: "closed", english: "Nothing more will happen.", welsh: "Ni fydd dim byd arall yn digwydd." },
  { at: "", english: "You cannot go on", welsh: "Ni allwch fynd ymlaen" },
  { at: "", english: "entry", welsh: "cofnod" },
  { at: "", english: "I agree", welsh: "Rwy’n cytuno" },
  { at: "", english: "Answer this question", welsh: "Atebwch y cwestiwn hwn" },
  {
    at: "",
    english: "Check this answer: the form does not allow it.",
    welsh: "Gwiriwch yr ateb hwn: nid yw’r ffurflen yn ei dderbyn.",
  },
];

/** The same with those that are made of a text of the form. */
export function houseTexts(pairs: readonly TextPair[]): readonly TextPair[] {
  const made = pairs.flatMap(({ at, english, welsh }): readonly TextPair[] => {
    if (at === "the title") return [{ at: "", english: `${english} online.`, welsh: `${welsh} ar-lein.` }];
    return english.endsWith(OTHER) && welsh.endsWith(OTHER) ? [{ at, english, welsh: welsh.replace(/ Other:$/, " Arall:") }] : [];
  });
  return [...made, ...HOUSE_TEXTS];
}
