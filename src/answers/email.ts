import { TEXT } from "../rules/type.ts";
import type { AnswerType, Question, Reading } from "./answer-type.ts";
import { boxType } from "./box.ts";
import { purpose } from "./inputs.ts";
import { missing, words } from "./messages.ts";
import { bad, good, jsonText, textOf } from "./reading.ts";

/** RFC 5321: 64 octets before the at sign; 254 in all. */
const LONGEST = 254;
const LONGEST_LOCAL = 64;
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** An email address. JSON: a string, the domain in lower case. */
export const email: AnswerType = boxType({
  name: "email",
  about: "An email address.",
  settings: ["autocomplete"],
  needs: [],
  kind: "a text",
  ruleType: () => TEXT,
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  longest: () => LONGEST,
  parse,
  write: textOf,
  fromJson: jsonText,
  ownSchema: () => ({ type: "string", format: "email", maxLength: LONGEST }),
  options: (question) => ({ type: "email", autocomplete: purpose(question, "email"), spellcheck: false }),
  examples: () => ["ada.osei@example.com", "o'neill+post@mail.example.org"],
});

/** Liberal: whether a message arrives is the only real test. Refuses what no mail server takes, and what could carry a second header. */
function parse(question: Question, text: string, field: string): Reading {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1).toLowerCase();
  const labels = domain.split(".");
  const fits = local.length <= LONGEST_LOCAL && LOCAL.test(local) && `${local}@${domain}`.length <= LONGEST;
  const named = labels.length > 1 && labels.every((label) => DOMAIN_LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "");
  if (fits && named && (labels.at(-1) ?? "").length > 1) return good(`${local}@${domain}`);
  return bad(field, "email-not-email", words(question).notEmail(missing(question, "enter")));
}
