import type { Language } from "../language/language.ts";
import { HOUSE_MESSAGES } from "../language/message-words.ts";
import type { MessageTemplate } from "./service.ts";

/** The house text for an occasion: the case was received, it reached a stage where it is closed, or it moved. */
export function defaultMessage(occasion: "received" | "closed" | "moved", language: Language = "en"): MessageTemplate {
  const template = HOUSE_MESSAGES[language][occasion];
  return language === "en" ? template : { ...template, language };
}
