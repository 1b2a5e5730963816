import type { Answer, Answers, Fields, FileAnswer, Question } from "../answers/answer-type.ts";
import { statedSentence, statedText } from "../answers/stated.ts";
import { filesIn } from "../cases/shadow.ts";
import type { Screen, Service } from "../definition/service.ts";
import { brokenMusts, readScreen } from "../faces/shared/read-screen.ts";
import { sectionOf } from "../journey/parts.ts";
import { walk } from "../journey/walk.ts";
import { askQuestion, exampleFiles } from "./ask-question.ts";
import type { Terminal, Typed } from "./ask-question.ts";

/** Goes through a journey in the terminal, screen by screen, up to its end. Undefined where the input ends before. Keeps nothing. */
export async function tryJourney(terminal: Terminal, service: Service, today: string): Promise<Answers | undefined> {
  let answers: Answers = {};
  let section: string | undefined;
  for (;;) {
    const now = walk(service, answers, today);
    const { at, answered, stated } = now;
    if (at.kind !== "screen") return answers;
    const title = sectionOf(now, at.screen)?.section.title;
    if (title !== undefined && title !== section) for (const line of ["", `== ${title} ==`]) terminal.say(line);
    section = title;
    const shown = sayFacts(terminal, at.screen, stated);
    // Nobody need answer what is only stated.
    if (at.screen.questions.length === 0) {
      answers = { ...answers, ...shown };
      continue;
    }
    const given = await askScreen(terminal, service, at.screen, answers, today);
    if (given === "ended") return undefined;
    if (given !== "back") answers = { ...answers, ...shown, ...given };
    else
      answers = without(
        answers,
        answered.findLast(({ questions }) => questions.length > 0),
        terminal,
      );
  }
}

/** Says what a screen states. */
function sayFacts(terminal: Terminal, { facts }: Screen, stated: Answers): Answers {
  const lines = facts.map(({ question }) => {
    const answer = stated[question.id] ?? null;
    const source = question.stated?.source;
    const said = statedSentence(question, answer) ?? `${question.ask}: ${statedText(question, answer)}`;
    return source === undefined ? said : `${said} (${source})`;
  });
  for (const line of lines.length > 0 ? ["", ...lines] : []) terminal.say(line);
  return Object.fromEntries(facts.map(({ question: { id } }) => [id, stated[id] ?? null]));
}

/** Asks a screen until its answers hold, as the web does. */
async function askScreen(
  terminal: Terminal,
  service: Service,
  screen: Screen,
  before: Answers,
  today: string,
): Promise<Answers | "back" | "ended"> {
  for (;;) {
    const typed = await typeScreen(terminal, screen, today);
    if (typed === "back" || typed === "ended") return typed;
    const reading = readScreen(screen, typed, today, filesOf(screen, today));
    const problems = reading.ok ? brokenMusts(service, screen, before, reading.answers, today) : reading.problems;
    if (reading.ok && problems.length === 0) return reading.answers;
    for (const { message } of problems) terminal.say(`  Error: ${message}`);
  }
}

async function typeScreen(terminal: Terminal, screen: Screen, today: string): Promise<Typed> {
  if (screen.questions.length > 1 && screen.title !== undefined) for (const line of ["", screen.title]) terminal.say(line);
  const fields = new Map<string, readonly string[]>();
  for (const question of screen.questions) {
    const typed: Typed = await askQuestion(terminal, question, today);
    if (typed === "back" || typed === "ended") return typed;
    for (const [name, values] of typed satisfies Fields) fields.set(name, values);
  }
  return fields;
}

function filesOf(screen: Screen, today: string): readonly FileAnswer[] {
  return everyQuestion(screen.questions)
    .filter(({ type }) => type === "files")
    .flatMap((question) => filesIn(exampleFiles(question, today)));
}

/** Questions with those inside groups. */
function everyQuestion(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((question) => [question, ...everyQuestion(question.settings.questions ?? [])]);
}

/** Takes back the screen before, so that it is asked again; those after it keep their answers, as they do on the web. */
function without(answers: Answers, screen: Screen | undefined, terminal: Terminal): Answers {
  if (screen === undefined) terminal.say("  This is the first question.");
  const kept: Record<string, Answer> = { ...answers };
  for (const { id } of screen?.questions ?? []) delete kept[id];
  return kept;
}
