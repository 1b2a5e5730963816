import { addDays } from "../../cases/calendar.ts";
import type { Story } from "../story.ts";

const THOUSAND = 100_000;

export const deferCare: Story = {
  service: "defer-care-payments",
  often: 0.04,
  months: [1.3, 1.2, 1.1, 1, 1, 0.9, 0.8, 0.8, 1, 1, 1, 0.7],
  weekdays: [1, 1, 1, 1, 0.9, 1.1, 1.2],
  minutes: [2, 9],
  completion: 0.83,
  ended: 0.83,
  channels: { phone: 0, desk: 0, email: 0, post: 0, api: 0 },
  answers: {
    owner: ({ chance }) => chance.yes(0.9),
    relative: ({ chance }) => chance.yes(0.15),
    savings: ({ chance }) => chance.whole(1, 30) * THOUSAND,
    worth: ({ chance }) => chance.whole(120, 480) * THOUSAND,
    owed: ({ chance }) => (chance.yes(0.8) ? 0 : chance.whole(5, 90) * THOUSAND),
    weekly_cost: ({ chance }) => chance.whole(750, 1500) * 100,
    weekly_pay: ({ chance }) => chance.whole(150, 500) * 100,
    starts: ({ chance, today }) => addDays(today, chance.whole(0, 120)),
  },
  endings: [{}],
  // It makes no case.
  course: {
    actions: {},
    late: 0,
    reasons: {},
    notes: [""],
    questions: [["", ""]],
    awaits: {},
    praise: [""],
    blame: [""],
    satisfied: 0,
  },
};
