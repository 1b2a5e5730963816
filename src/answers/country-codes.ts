import type { Language } from "../language/language.ts";

/**
 * The 249 codes of ISO 3166-1, and XK, which the standard leaves to its users and the United Kingdom uses for Kosovo. They are written down, so
 * that what was an answer stays one; the names come from the Unicode data of the runtime.
 */
export const COUNTRY_CODES: readonly string[] = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM
CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY
HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF
MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE
RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ
VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`
  .trim()
  .split(/\s+/);

const NAMES = {
  en: new Intl.DisplayNames("en-GB", { type: "region" }),
  cy: new Intl.DisplayNames("cy", { type: "region" }),
};
/** Where the data names a territory with its country behind it. */
const OWN: Readonly<Record<string, string>> = { HK: "Hong Kong", MO: "Macao" };

/** The name of a country or territory in British English or Welsh; the code itself where it is none. */
export function countryName(code: string, language: Language = "en"): string {
  if (!COUNTRY_CODES.includes(code)) return code;
  return (OWN[code] ?? NAMES[language].of(code) ?? code).replaceAll(" & ", language === "cy" ? " a " : " and ");
}

/** What people write besides the names. */
const ALIASES: Readonly<Record<string, string>> = {
  uk: "GB",
  "great britain": "GB",
  britain: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  usa: "US",
  america: "US",
  "united states of america": "US",
  uae: "AE",
  eire: "IE",
  "republic of ireland": "IE",
  holland: "NL",
  burma: "MM",
  myanmar: "MM",
  turkey: "TR",
  "ivory coast": "CI",
  "czech republic": "CZ",
  swaziland: "SZ",
  macedonia: "MK",
  palestine: "PS",
  "democratic republic of the congo": "CD",
};

let byName: ReadonlyMap<string, string> | undefined;

/** The code of a code or name as people type it; null where it is none. */
export function countryCode(text: string): string | null {
  const code = text.toUpperCase();
  if (COUNTRY_CODES.includes(code)) return code;
  byName ??= new Map([...namesIn("cy"), ...namesIn("en"), ...Object.entries(ALIASES)]);
  return byName.get(plain(text)) ?? null;
}

function namesIn(language: Language): readonly (readonly [name: string, code: string])[] {
  return COUNTRY_CODES.map((code) => [plain(countryName(code, language)), code]);
}

/** Small letters without accents and full stops: "Côte d’Ivoire" -> "cote d'ivoire", "U.S.A." -> "usa" */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .replaceAll("’", "'")
    .replaceAll(" & ", " and ")
    .replace(/^the /, "");
}
