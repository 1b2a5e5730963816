import { closest } from "../../rules/closest.ts";
import { CONFIRM_MESSAGES } from "../default-messages.ts";
import { PLACEHOLDERS, placeholdersIn } from "../placeholders.ts";
import type { MessageSource, Outline } from "../outline.ts";
import { recordedIn } from "../recorded.ts";
import { sourceOffset } from "../yaml/source-offset.ts";
import type { Place } from "../yaml/node.ts";
import { mapAt, textAt, textNodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";

/** What people are told. */
export const MESSAGE_CHECKS: readonly Check[] = [
  {
    code: "message-unknown",
    severity: "error",
    about: "A message is for something that never happens: it names neither `received` nor a stage nor an action.",
    example: { right: "  take-back: { subject", wrong: "  take-bak: { subject" },
    find: unknownOccasions,
  },
  {
    code: "message-placeholder-unknown",
    severity: "error",
    about: "A message has a placeholder that there is not.",
    example: { right: "Dear {name}", wrong: "Dear {nam}" },
    *find(outline) {
      for (const { node } of outline.messages.values()) {
        for (const part of ["subject", "body"]) if (node !== undefined) yield* unknownPlaceholders(outline, textNodeAt(node, part));
      }
    },
  },
  {
    code: "message-reason-missing",
    severity: "warning",
    about: "A message gives the reason for an action, but the action asks for none.",
    example: { right: "reason: required,", wrong: "reason: none," },
    find: missingReasons,
  },
  {
    code: "message-no-address",
    severity: "warning",
    about: "There are messages, but no question asks for an email or postal address.",
    *find(outline) {
      const [first] = outline.messages.values();
      if (first === undefined || outline.person.has("email") || outline.person.has("address")) return;
      yield {
        at: first.key,
        message: "Nobody can be sent this: no email or address is asked.",
        fix: "Take the contact fragment into the flow.",
      };
    },
  },
];

function* unknownOccasions(outline: Outline): Iterable<Found> {
  const actions = [...outline.stages.values()].flatMap((stage) => [...stage.actions.keys()]);
  const others = mapAt(outline.root, "confirm") === undefined ? [] : CONFIRM_MESSAGES;
  const known = new Set(["received", ...others, ...outline.stages.keys(), ...actions]);
  for (const [id, { key }] of outline.messages) {
    if (known.has(id)) continue;
    const meant = closest(id, [...known]);
    const fix = meant === undefined ? `Name one of ${[...known].join(", ")}.` : `Did you mean ${meant}?`;
    yield { at: key, message: `No stage and no action is called ${id}.`, fix };
  }
}

function* unknownPlaceholders({ stages }: Outline, text: ReturnType<typeof textNodeAt>): Iterable<Found> {
  if (text === undefined) return;
  // What officers recorded may be told too.
  const names = [...PLACEHOLDERS.keys(), ...recordedIn(stages).keys()];
  for (const { name, from, to } of placeholdersIn(text.value)) {
    if (names.includes(name)) continue;
    const at: Place = { file: text.file, from: sourceOffset(text, from), to: sourceOffset(text, to) };
    const meant = closest(name, names);
    const fix = meant === undefined ? `There are ${names.map((known) => `{${known}}`).join(", ")}.` : `Did you mean {${meant}}?`;
    yield { at, message: `There is no placeholder {${name}}.`, fix };
  }
}

function* missingReasons(outline: Outline): Iterable<Found> {
  for (const stage of outline.stages.values()) {
    for (const [id, action] of stage.actions) {
      const message = outline.messages.get(id);
      if (message === undefined || !givesReason(message) || (textAt(action.node, "reason") ?? "none") !== "none") continue;
      yield {
        at: action.key,
        message: `The message ${id} gives {reason}, but the action asks for none.`,
        fix: "Add reason: required to it.",
      };
    }
  }
}

function givesReason(message: MessageSource): boolean {
  return placeholdersIn(textAt(message.node, "body") ?? "").some((found) => found.name === "reason");
}
