import type { MessageTemplate } from "./service.ts";

/*
 * The house texts: what `default` stands for. A paragraph whose only placeholder is empty (no reason was given, no day is due)
 * is left out when the message is written.
 */

const RECEIVED: MessageTemplate = {
  subject: "We have received your request: {reference}",
  body: [
    "Dear {name},",
    "Thank you. We have received this from you: {service}.",
    "Your reference is {reference}. Please keep it.",
    "{next}",
    "We aim to finish by {due}.",
    "You can see where it stands, and add to it, at {link}",
  ].join("\n\n"),
};

const CLOSED: MessageTemplate = {
  subject: "{stage}: {reference}",
  body: [
    "Dear {name},",
    "This is about: {service}. Your reference is {reference}.",
    "{says}",
    "{reason}",
    "{next}",
    "You can read what was done at {link}",
  ].join("\n\n"),
};

const MOVED: MessageTemplate = {
  subject: "{stage}: {reference}",
  body: [
    "Dear {name},",
    "There is news about: {service}. Your reference is {reference}.",
    "{says}",
    "{reason}",
    "{next}",
    "We aim to finish by {due}.",
    "You can see where it stands, and add to it, at {link}",
  ].join("\n\n"),
};

const CONFIRMED: MessageTemplate = {
  subject: "Everybody has confirmed: {reference}",
  body: [
    "Dear {name},",
    "Everybody whom you named has confirmed what you sent us: {service}. Your reference is {reference}.",
    "{next}",
    "We aim to finish by {due}.",
    "You can see where it stands, and add to it, at {link}",
  ].join("\n\n"),
};

const DISPUTED: MessageTemplate = {
  subject: "Something may not be right: {reference}",
  body: [
    "Dear {name},",
    "{who} has told us that something is not right with what you sent us: {service}. Your reference is {reference}.",
    "We will look at it and write to you. You do not need to send it again.",
    "You can see where it stands, and add to it, at {link}",
  ].join("\n\n"),
};

/** What the first person is told of the others who must confirm. */
export const CONFIRM_MESSAGES = ["confirmed", "disputed"] as const;

/**
 * The house text for an occasion: the case was received, it reached a stage where it is closed, or it moved; all who must have confirmed it, or
 * one of them says that it is not right.
 */
export function defaultMessage(occasion: "received" | "closed" | "moved" | (typeof CONFIRM_MESSAGES)[number]): MessageTemplate {
  return { received: RECEIVED, closed: CLOSED, moved: MOVED, confirmed: CONFIRMED, disputed: DISPUTED }[occasion];
}
