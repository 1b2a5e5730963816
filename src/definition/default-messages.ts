import type { Language } from "../language/language.ts";
import { HOUSE_MESSAGES } from "../language/message-words.ts";
import type { MessageTemplate } from "./service.ts";

/** What the first person is told of the others who must confirm. */
export const CONFIRM_MESSAGES = ["confirmed", "disputed"] as const;

/**
 * The house text for an occasion: the case was received, it reached a stage where it is closed, or it moved; all who must have confirmed it, or
 * one of them says that it is not right.
 */
export function defaultMessage(
  occasion: "received" | "closed" | "moved" | (typeof CONFIRM_MESSAGES)[number],
  language: Language = "en",
): MessageTemplate {
  const template = HOUSE_MESSAGES[language][occasion];
  return language === "en" ? template : { ...template, language };
}
