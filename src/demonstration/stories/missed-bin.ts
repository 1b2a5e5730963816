import { addDays } from "../../cases/calendar.ts";
import type { Story } from "../story.ts";

const SPOTS = [
  "Beside the garage",
  "By the front gate",
  "At the end of the drive",
  "On the pavement outside the house",
  "In the bin store behind the flats",
  "Next to the neighbours' bins, which were emptied",
  "At the top of the alley",
  "Under the tree by the road",
] as const;

const GATE_CODES = ["C1845", "2580 then the bell", "Key safe by the meter", "X1937"] as const;

// Collections run from Monday to Friday.
function collectionDay(today: string, daysAgo: number): string {
  const day = addDays(today, -daysAgo);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? addDays(day, weekday === 0 ? -2 : -1) : day;
}

export const missedBin: Story = {
  service: "report-a-missed-bin",
  often: 46,
  months: [1.25, 0.95, 0.95, 1, 1.05, 1.05, 1.05, 1, 1, 1, 0.95, 1.15],
  weekdays: [0.95, 1.3, 1.25, 1.2, 1.15, 0.75, 0.4],
  minutes: [1, 6],
  completion: 0.9,
  ended: 0.13,
  channels: { api: 0.6, post: 0.05, email: 0.6 },
  answers: {
    home: ({ who }) => who.address,
    bins: ({ chance }) => {
      const chosen = {
        rubbish: chance.yes(0.42),
        recycling: chance.yes(0.34),
        paper: chance.yes(0.12),
        food: chance.yes(0.16),
        garden: chance.yes(0.14),
      };
      const bins = Object.entries(chosen).flatMap(([bin, missed]) => (missed ? [bin] : []));
      return bins.length > 0 ? bins : ["rubbish"];
    },
    due: ({ chance, today }) => collectionDay(today, chance.weighted({ 1: 62, 2: 24, 3: 10, 4: 4 }) === "1" ? 1 : chance.whole(2, 4)),
    helped: ({ chance }) => chance.yes(0.06),
    gate_code: ({ today }) => GATE_CODES[Number(today.slice(-1))] ?? null,
    out_in_time: () => true,
    garden_paid: () => true,
    tag: ({ chance }) => chance.weighted({ none: 95, amber: 5 }),
    spot: ({ chance }) => (chance.yes(0.3) ? chance.pick(SPOTS) : null),
  },
  endings: [
    { due: ({ today }) => today },
    { due: ({ today }) => collectionDay(today, 9) },
    { helped: () => false, out_in_time: () => false },
    { bins: () => ["garden"], garden_paid: () => false },
    { tag: () => "red" },
  ],
  course: {
    actions: { "send-crew": 12, decline: 1, emptied: 12, "not-out": 1 },
    late: 0.08,
    reasons: {
      decline: [
        "The crew's camera shows that the bin was not out at 6:40am.",
        "The street was closed by roadworks. We come back on Saturday for everyone in it.",
      ],
      "not-out": [
        "The bins were not out when the crew came back.",
        "A car was parked across the drive and the crew could not reach the bins.",
      ],
    },
    notes: [
      "Whole street missed: broken lorry. Crew goes back tomorrow.",
      "Second miss in a month. Asked the supervisor to watch it.",
      "Assisted collection is on the crew's list now.",
      "Neighbours called about the same street.",
      "Crew says the lid was frozen shut.",
    ],
    questions: [
      ["Can you leave the bins by the road until tomorrow evening?", "Yes, they are out by the gate."],
      ["Which side of the block is your bin store on?", "At the back, through the arch. The code is with the caretaker."],
    ],
    awaits: {},
    praise: [
      "Easy and fast.",
      "They came back the next morning.",
      "Very clear.",
      "No waiting on the phone.",
      "Much better than the old form.",
    ],
    blame: ["This is the third time this year.", "It would not let me report it on the same day.", "I had to type my address twice."],
    satisfied: 0.82,
  },
};
