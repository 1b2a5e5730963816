import type { Case } from "../cases/case.ts";
import type { Planned } from "./course.ts";
import type { Story } from "./story.ts";
import type { World } from "./world.ts";

const RATED = 0.21;

/** What the person says right after sending, online only: a rating, and words with some. Undefined where they say nothing. */
export function planRating({ chance }: World, { course }: Story, item: Case): Planned | undefined {
  if (item.channel !== "web" || !chance.yes(RATED)) return undefined;
  const content = chance.yes(course.satisfied);
  const score = Number(content ? chance.weighted({ 5: 58, 4: 42 }) : chance.weighted({ 3: 50, 2: 28, 1: 22 }));
  const comment = chance.yes(content ? 0.35 : 0.6) ? chance.pick(content ? course.praise : course.blame) : "";
  const at = new Date(item.openedAt.getTime() + chance.whole(15, 150) * 1000);
  return { at, officer: null, command: { kind: "rate", score, comment } };
}
