import type { Answer, Answers, FileAnswer, Question, ReadingContext } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import type { Service } from "../definition/service.ts";
import type { Walk } from "../journey/walk.ts";
import { walk } from "../journey/walk.ts";
import { BY_TYPE, CONTACT } from "./stories/contact.ts";
import type { Scene, Tell } from "./story.ts";

/** One way through a flow: where it came to, and what was given on the way. */
export interface Trip {
  readonly walk: Walk;
  readonly files: readonly FileAnswer[];
}

export interface Traveller {
  readonly service: Service;
  readonly told: Readonly<Record<string, Tell>>;
  readonly scene: Omit<Scene, "given">;
  /** Gives up after so many answers. */
  readonly patience?: number;
}

/**
 * Walks a flow once and answers each question at the moment the walk comes to it, as a person does: what is not on the path is never made up.
 * Routing is the product's own.
 */
export function travel({ service, told, scene, patience = Infinity }: Traveller): Trip {
  const given: Record<string, Answer> = {};
  const files: FileAnswer[] = [];
  const attach: Scene["attach"] = (kind) => {
    const file = scene.attach(kind);
    files.push(file);
    return file;
  };
  const inFull = { ...scene, given, attach };
  const answers: Answers = new Proxy(given, {
    get: (_, id) => {
      const question = typeof id === "string" ? service.questions.get(id) : undefined;
      if (question === undefined || question.stated !== undefined || Object.hasOwn(given, question.id)) return given[String(id)];
      if (Object.keys(given).length >= patience) return undefined;
      return (given[question.id] = inWhole(question, tell(question, told, inFull), { today: scene.today, files }));
    },
  });
  return { walk: walk(service, answers, scene.today, "all"), files };
}

/** As the product keeps it: a story tells a row of a register by its key. */
function inWhole(question: Question, answer: Answer, context: ReadingContext): Answer {
  const reading = answerType(question).accept(question, answer, "", context);
  return reading.ok ? reading.answer : answer;
}

function tell(question: Question, told: Readonly<Record<string, Tell>>, scene: Scene): Answer {
  const known = told[question.id] ?? CONTACT[question.id] ?? BY_TYPE[question.type];
  if (known !== undefined) return known(scene);
  if (question.type === "files") return [scene.attach(question.settings.accept === "image" ? "road" : "bill")];
  const [plainest = null, ...others] = answerType(question).examples(question, scene.today);
  // The plainest most often, because the others are at the edges of what is allowed.
  return scene.chance.yes(0.6) ? plainest : scene.chance.pick([plainest, ...others]);
}
