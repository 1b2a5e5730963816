import type { Language } from "../language/language.ts";

/** An address of ours that opens in the language of the message it stands in, also on a device that has never been here. */
export function linkIn(language: Language, address: string): string {
  return language === "en" ? address : `${address}?lang=${language}`;
}
