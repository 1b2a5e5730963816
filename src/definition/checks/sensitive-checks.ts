import type { Outline, QuestionSource } from "../outline.ts";
import { switchAt } from "../yaml/read.ts";
import type { Check } from "./check.ts";
import { everyQuestion, nodeOr } from "./look.ts";

/** What the law calls special category data, and criminal records. */
const SENSITIVE =
  /\b(health|disabilit(?:y|ies)|disabled|medical(?:ly)?|medicines?|medication|illness(?:es)?|diagnos(?:is|ed)|pregnan(?:t|cy)|ethnic(?:ity)?|race|racial|religio(?:n|us)|faith|sexual orientation|sexuality|gender identity|trade union|political|convict(?:ed|ions?)|criminal|genetic|biometric)\b/i;
const REASON = /\b(because|so that|so we|we (?:ask|need|use|will|must)|this (?:helps|is|lets|means)|to help|to check|to make sure|only)\b/i;
/** Answers that always tell who somebody is, whatever is asked. */
const TELLING = new Set(["name", "email", "phone", "national-insurance", "bank-details", "signature"]);

const ELSE =
  /\b(child(?:'s|’s)?|children|partner|husband|wife|landlord|tenant|neighbour|relative|employer|deceased|person who died|their|his|her|they|them)\b/i;
const PURPOSES: readonly (readonly [RegExp, string])[] = [
  [/\byour date of birth\b|\bwere you born\b/i, "bday"],
  [/\byour job title\b/i, "organization-title"],
  [
    /\byour (?:organisation|company|business|charity)(?:'s|’s)? name\b|\bname of your (?:organisation|company|business|charity)\b/i,
    "organization",
  ],
  [/\byour (?:website|web address)\b/i, "url"],
  [/\byour nickname\b|\bprefer to be called\b/i, "nickname"],
];
const FILLED = new Set(["name", "email", "phone", "address", "postcode"]);
/** Somebody else often lives where the person does. */
const SHARED = new Set(["address"]);

/** What is asked about people: whether it is marked, why it is asked, and what a browser may fill in. */
export const SENSITIVE_CHECKS: readonly Check[] = [
  {
    code: "sensitive-unmarked",
    severity: "warning",
    about:
      "A question asks about health, ethnicity, religion, sexuality, politics, trade unions or convictions, and is not marked as personal.",
    example: { right: "What is your library card number?", wrong: "What is your religion?" },
    *find(outline) {
      for (const source of sensitive(outline)) {
        if (switchAt(source.node, "personal") !== undefined || source.question.personal) continue;
        const message = `${source.question.id} asks for what the law protects most (${wordIn(source)}), and is not marked as personal.`;
        yield { at: source.key, message, fix: "Add personal: true, or personal: false if it says nothing about a person." };
      }
    },
  },
  {
    code: "sensitive-no-reason",
    severity: "advice",
    about: "A question asks for such sensitive data and its hint does not say why.",
    example: { right: "What is your library card number?", wrong: "Do you have a disability?" },
    *find(outline) {
      for (const source of sensitive(outline)) {
        if (switchAt(source.node, "personal") === false || REASON.test(source.question.hint ?? "")) continue;
        const message = `${source.question.id} asks about something sensitive (${wordIn(source)}) and does not say why.`;
        yield { at: source.key, message, fix: "Say in the hint why the council needs it, or do not ask it." };
      }
    },
  },
  {
    code: "personal-denied",
    severity: "warning",
    about:
      "A question whose answer says who somebody is (a name, an email address, bank details) is said not to be personal, so that it could go into open data.",
    example: {
      right: "known_as: { ask: What are they called?, type: text }",
      wrong: "known_as: { ask: What are they called?, type: name, personal: false }",
    },
    *find(outline) {
      for (const { node, question } of everyQuestion(outline)) {
        if (!TELLING.has(question.type) || switchAt(node, "personal") !== false) continue;
        const message = `${question.id} holds ${question.type === "name" ? "a name" : `an answer of type ${question.type}`}, which says who somebody is.`;
        yield { at: nodeOr(node, "personal"), message, fix: "Take personal: false out." };
      }
    },
  },
  {
    code: "autocomplete-missing",
    severity: "warning",
    about: "A question asks a person for something that browsers know of them, and has no autocomplete purpose.",
    example: { right: "What is your library card number?", wrong: "What is your job title?" },
    *find(outline) {
      for (const { node, key, question, type } of everyQuestion(outline)) {
        if (FILLED.has(question.type) || type?.settings.includes("autocomplete") !== true || node.entries.has("autocomplete")) continue;
        const purpose = PURPOSES.find(([words]) => words.test(question.ask))?.[1];
        if (purpose === undefined) continue;
        yield { at: key, message: `A browser could fill in ${question.id}, and is not told so.`, fix: `Add autocomplete: ${purpose}.` };
      }
    },
  },
  {
    code: "autocomplete-other",
    severity: "advice",
    about: "A question about somebody else would be filled in by the browser with the details of the person who answers.",
    example: { right: "known_as: { ask: What are they called?, type: text }", wrong: "known_as: { ask: What is their name?, type: name }" },
    *find(outline) {
      for (const { node, key, question } of everyQuestion(outline)) {
        if (!FILLED.has(question.type) || SHARED.has(question.type) || node.entries.has("autocomplete") || !ELSE.test(question.ask))
          continue;
        yield {
          at: key,
          message: `A browser fills ${question.id} with the details of the person who answers.`,
          fix: 'Add autocomplete: "off".',
        };
      }
    },
  },
];

function sensitive(outline: Outline): readonly QuestionSource[] {
  return [...everyQuestion(outline)].filter(({ question }) => SENSITIVE.test(question.ask));
}

function wordIn({ question }: QuestionSource): string {
  return SENSITIVE.exec(question.ask)?.[0].toLowerCase() ?? "";
}
