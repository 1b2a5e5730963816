/** The languages that a council may publish in: English, and Welsh (its code in ISO 639 is `cy`, for Cymraeg). */
export type Language = "en" | "cy";

export const LANGUAGES: readonly Language[] = ["en", "cy"];

/** What each language calls itself. */
export const NAMES_OF_LANGUAGES: Readonly<Record<Language, string>> = { en: "English", cy: "Cymraeg" };

/** One of our own texts, in each language. A text with something in it is a function. */
export type Pairs = Readonly<Record<string, { readonly en: unknown; readonly cy: unknown }>>;

type In<T extends Pairs, L extends Language> = { readonly [Name in keyof T]: T[Name][L] };
export type Catalogue<T extends Pairs> = { readonly en: In<T, "en">; readonly cy: In<T, "en"> };

/** A text whose Welsh is of another kind than its English ("a text" and a function of a number) is a type error where it is written. */
type Matching<T extends Pairs> = { readonly [Name in keyof T]: { readonly en: T[Name]["en"]; readonly cy: T[Name]["en"] } };

/**
 * Texts written side by side, taken apart once, when the program starts: after that a text is a property of an object that is known to
 * have it. A missing Welsh text is a type error.
 */
export function inBoth<T extends Pairs>(texts: T & Matching<T>): Catalogue<T> {
  const taken = (language: Language) =>
    Object.fromEntries(Object.entries<Pairs[string]>(texts).map(([name, text]) => [name, text[language]]));
  // Safe: each object has every name of `texts`, with the text of its language, and `Matching` holds both languages to one kind.
  return { en: taken("en"), cy: taken("cy") } as Catalogue<T>;
}

export function isLanguage(text: unknown): text is Language {
  return text === "en" || text === "cy";
}
