import type { Level, LevelName } from "./key.ts";
import { SWITCH, named, namesOf } from "./key.ts";
import { LENGTH } from "./lengths.ts";
import { QUESTION_KEYS } from "./keys-question.ts";

/** What happens to a case, and what an action of its stage may follow by itself. The order is that of the reference. */
export const OCCASIONS = {
  deadline: "The time that the stage has is over.",
  replied: "The person writes, or answers what they were asked where nothing is said of `request-answered`.",
  "request-answered": "The person answers what they were asked.",
  confirmed: "All who must confirm it have, where `confirm` names no stage of its own.",
  "evidence-accepted": "An officer has accepted everything that the person sent when asked.",
  "sub-cases-closed": "The last of its sub-cases that was open is closed.",
  "evidence-rejected": "An officer has rejected something that the person sent when asked, and does not ask again at once.",
} as const;

export type Occasion = keyof typeof OCCASIONS;

/** What belongs to actions: what they ask, what they follow by themselves, and how a closed case is opened again. */
export const ACTION_LEVELS = {
  on: Object.fromEntries(
    Object.entries(OCCASIONS).map(([occasion, about]) => [occasion, { shape: named("hyphen"), about: `The action for: ${about}` }]),
  ),
  reopen: {
    within: { shape: LENGTH, required: true, about: "For how long after it was closed." },
    to: { shape: named("hyphen"), required: true, about: "The stage at which it goes on; its deadline begins anew." },
    by: { shape: namesOf("hyphen"), about: "The roles that may; any officer of the team when absent." },
    resident: { shape: SWITCH, about: "true where the person may, from the page of their case." },
  },
  asked: {
    ...QUESTION_KEYS,
    public: { shape: SWITCH, about: "true where the person sees it on the page of their case; it then needs its Welsh." },
  },
} as const satisfies Partial<Record<LevelName, Level>>;
