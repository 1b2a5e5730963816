import type { Scene, Story } from "../story.ts";

const MORE = [
  "It has been out for a week.",
  "It is very dark by the crossing now.",
  "It went out after the storm.",
  "The door at the bottom has come off.",
  "A van backed into it this morning.",
] as const;

/** The council's lights are numbered from E0001; Eastmere's register has more than these. */
const LIGHTS = 3188;

function numbered(letter: string, number: number): string {
  return letter + String(number).padStart(4, "0");
}

export const streetLight: Story = {
  service: "report-a-street-light",
  often: 9,
  // People see lights that are out when evenings are dark.
  months: [1.7, 1.4, 1.1, 0.7, 0.5, 0.4, 0.4, 0.6, 0.9, 1.2, 1.6, 1.8],
  weekdays: [1.2, 1.1, 1.05, 1, 1, 0.85, 0.8],
  minutes: [1, 5],
  completion: 0.84,
  ended: 0.07,
  channels: { api: 2, post: 0.1 },
  answers: {
    light: ({ chance }: Scene) => numbered("E", chance.whole(1, LIGHTS)),
    fault: ({ chance }) => chance.weighted({ out: 62, flickers: 14, day: 11, damaged: 10, wires: 3 }),
    before_midnight: () => true,
    others: ({ chance }) => chance.yes(0.16),
    more: ({ chance }) => (chance.yes(0.25) ? chance.pick(MORE) : null),
  },
  endings: [{ light: ({ chance }) => numbered("P", chance.whole(1, 116)) }, { light: ({ chance }) => numbered("N", chance.whole(1, 64)) }],
  course: {
    actions: { "send-crew": 15, "not-ours": 1, mended: 8, "pass-on": 4 },
    late: 0.1,
    reasons: {
      "not-ours": [
        "This light belongs to the housing association. We have told them.",
        "The developer looks after the lights of this road.",
      ],
      "pass-on": ["There is no supply at the column. The network has been told.", "The cable was damaged by road works."],
      mended: ["New lantern.", "New photocell.", "The fuse had gone.", ""],
    },
    records: { work: ["lamp", "lamp", "cell", "fuse", "column"] },
    notes: [
      "Second report of this light this month.",
      "Four lights on one circuit. Sent to the network.",
      "Column is leaning. Booked for replacement.",
      "Photocell ordered.",
    ],
    questions: [
      ["Is it the light on your side of the road?", "Yes, the one by the gate."],
      ["Does it come on at all in the evening?", "For a minute or so, then it goes out."],
    ],
    awaits: {},
    praise: ["I only had to type the number.", "Found the light by the street in seconds.", "Mended in two days."],
    blame: ["There was no number on the column.", "I would like to see the lights on a map."],
    satisfied: 0.86,
  },
};
