import { addDays } from "../../cases/calendar.ts";
import { firstName } from "../residents.ts";
import type { Scene, Story } from "../story.ts";

const REASONS = [
  "She has asthma and the school is the only one that we can walk to.",
  "His grandmother lives next to the school and looks after him when we are at work.",
  "The school has a unit for children who cannot hear well.",
  "We speak Polish at home and there is a teaching assistant who does too.",
] as const;

const KEYS = ["abbey", "bridge", "harbour", "hillside", "lark", "market", "mill", "orchard", "st-anne", "st-joseph"] as const;

function preferences({ chance }: Scene): readonly { readonly school: string }[] {
  const chosen = chance.shuffled(KEYS).slice(0, Number(chance.weighted({ 1: 8, 2: 10, 3: 36, 4: 22, 5: 8, 6: 16 })));
  return chosen.map((school) => ({ school }));
}

function sibling({ chance, who, today }: Scene) {
  return {
    sibling: { first: firstName(chance), last: who.last },
    sibling_born: addDays(today, -chance.whole(1900, 3900)),
    sibling_school: chance.pick(KEYS),
  };
}

export const schoolPlace: Story = {
  service: "primary-school-place",
  often: 11,
  // It opens in September and closes in the middle of January.
  months: [2.6, 0.2, 0.1, 0.1, 0.1, 0.08, 0.08, 0.1, 1.6, 2.2, 2.4, 2],
  weekdays: [1.1, 1.05, 1, 1, 0.9, 0.9, 1.15],
  minutes: [8, 30],
  completion: 0.72,
  ended: 0.06,
  channels: { phone: 0.5, desk: 0.6, api: 0, email: 0.6 },
  answers: {
    carer: () => true,
    child: ({ chance, who }) => ({ first: firstName(chance), last: who.last }),
    // The year group that the definition asks for.
    child_born: ({ chance }) => addDays("2022-09-01", chance.whole(0, 364)),
    child_lives: ({ who }) => who.address,
    lived_since: ({ chance, today, given }) => {
      const moved = addDays(today, -chance.whole(60, 2400));
      const born = given["child_born"];
      return typeof born === "string" && born > moved && born <= today ? born : moved;
    },
    proof: ({ attach }) => [attach("bill")],
    in_care: ({ chance }) => chance.yes(0.02),
    plan: () => false,
    schools: preferences,
    reason: ({ chance }) => (chance.yes(0.15) ? chance.pick(REASONS) : null),
    has_siblings: ({ chance }) => chance.yes(0.36),
    siblings: (scene) => Array.from({ length: scene.chance.yes(0.8) ? 1 : 2 }, () => sibling(scene)),
  },
  endings: [{ carer: () => false }, { child_born: ({ chance }) => addDays("2021-09-01", chance.whole(0, 364)) }, { plan: () => true }],
  course: {
    actions: { "accept-proof": 6, "ask-proof": 1.3, offer: 14, withdraw: 1, "no-proof": 0 },
    late: 0.06,
    reasons: {
      offer: [
        "We can offer a place at Mill Lane Primary School.",
        "We can offer a place at Hillside Community School, your first choice.",
        "We can offer a place at Lark Meadow Primary School, your second choice.",
        "We can offer a place at Abbey Primary School.",
      ],
      withdraw: ["The family has moved to another council's area.", "The parent has chosen a school outside the council's schools."],
    },
    notes: [
      "Checked the address against council tax. It matches.",
      "Sibling link confirmed by the school.",
      "Distance measured: 0.42 miles.",
      "Parent asked about transport. Sent the page.",
      "Medical reason goes to the panel.",
    ],
    questions: [
      ["Is the address on the form where your child lives during the week?", "Yes, every day of the week."],
      ["Which year will the sibling be in next September?", "Year 3."],
      ["Both parents have applied with different lists. Which one should we use?", "Please use the first one. We have agreed on it."],
    ],
    awaits: {
      "ask-proof": {
        withFile: true,
        said: [
          ["The bill is more than three months old. Please send a newer one.", "Here is the one from this month."],
          [
            "The document shows another address. Please send one for the address on the application.",
            "Sorry, that was for our last flat. This is the right one.",
          ],
          ["We cannot read the picture. Please send a clearer one.", "I hope this is better."],
        ],
      },
    },
    praise: [
      "I could upload the bill with my phone.",
      "Easier than the last one for my older child.",
      "Clear and calm.",
      "Good to put the schools in order.",
    ],
    blame: ["It should know my address already.", "I wanted to see how far each school is.", "The upload took three tries."],
    satisfied: 0.8,
  },
};
