import { addDays } from "../../cases/calendar.ts";
import type { Scene, Story } from "../story.ts";

function agreement({ chance }: Scene) {
  const say = () => chance.weighted({ agree: 6, neither: 3, disagree: 1 });
  return { noise: chance.yes(0.7) ? "agree" : "neither", horses: say(), fireworks: say() };
}

export const tournament: Story = {
  service: "host-a-tournament",
  often: 2.4,
  // Knights rest in winter, and apply in spring.
  months: [0.6, 0.8, 1.3, 1.6, 1.5, 1.3, 1.1, 1, 0.9, 0.8, 0.6, 0.5],
  weekdays: [1, 1, 1, 1, 1, 1, 0.9],
  minutes: [7, 25],
  completion: 0.72,
  ended: 0.14,
  channels: { desk: 1.3, post: 1.5, api: 0 },
  answers: {
    host: ({ chance }) => chance.weighted({ person: 50, company: 30, charity: 20 }),
    field: ({ chance }) => `1000${chance.whole(10_000_000, 99_999_999)}`,
    ground: ({ chance }) => (chance.yes(0.6) ? chance.pick(["long-meadow", "castle-mound", "abbey-field"]) : null),
    opens: ({ chance, today }) => addDays(today, chance.whole(30, 200)),
    gate: ({ chance }) => chance.pick(["09:00", "10:00", "10:30", "12:00"]),
    length: ({ chance }) => ({ amount: chance.pick([1, 2, 2, 3, 5]), unit: "days" }),
    champion: ({ chance }) => chance.weighted({ GB: 80, FR: 8, IE: 6, NL: 6 }),
    carriage: () => null,
    agreement,
    deposit: ({ who }) => ({ name: `${who.first} ${who.last}`, sort_code: "010203", account_number: "00733431", roll_number: "" }),
    signed: ({ who }) => `${who.first} ${who.last}`,
  },
  endings: [{ length: () => ({ amount: 3, unit: "weeks" }) }, { agreement: (scene) => ({ ...agreement(scene), noise: "disagree" }) }],
  course: {
    actions: { grant: 6, refuse: 1, "go-on": 5 },
    late: 0.1,
    reasons: {
      grant: ["Granted. Blunt lances only.", "The trumpets must stop at 9pm.", ""],
      "go-on": ["One marshal did not answer, and two are enough.", "The marshal told us by phone."],
      refuse: ["The river floods the field in that month.", "Another tournament has the field on those days."],
    },
    notes: ["The farmer has no objection.", "Ask for the plan of the stands.", "The first aid post is the same as last year."],
    questions: [
      ["How many horses will there be?", "Twelve, and one donkey for the jester."],
      ["Where will visitors park?", "In the lower field, behind the hedge."],
    ],
    awaits: {},
    praise: ["Quick and friendly.", "We had our answer before the armour was polished.", "Everything on one page at the end, very clear."],
    blame: ["It did not know that a week has a market day.", "I had to look for the UPRN."],
    satisfied: 0.76,
  },
};
