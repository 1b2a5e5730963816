import { addDays } from "../../cases/calendar.ts";
import { firstName, lastName } from "../residents.ts";
import type { Scene, Story } from "../story.ts";
import { address, addressElsewhere } from "../town.ts";

const LANDLORDS = [
  "Harbour Lettings",
  "Mere and Marsh Estate Agents",
  "Eastmere Homes Housing Association",
  "Quayside Property",
  "Lantern Hill Lettings",
] as const;

function somebody({ chance }: Scene): string {
  return chance.yes(0.4) ? chance.pick(LANDLORDS) : `${firstName(chance)} ${lastName(chance)}`;
}

function dayAround({ chance, today }: Scene, from: number, until: number): string {
  return addDays(today, chance.whole(from, until));
}

export const councilTaxMove: Story = {
  service: "council-tax-move",
  often: 16,
  months: [0.9, 0.85, 1, 1, 1, 1.15, 1.25, 1.3, 1.35, 1.05, 0.9, 0.6],
  weekdays: [1.35, 1.15, 1.05, 1, 1.05, 0.65, 0.6],
  minutes: [5, 18],
  completion: 0.76,
  ended: 0.04,
  channels: { desk: 1.3, api: 0 },
  answers: {
    move: ({ chance }) => chance.weighted({ in: 44, out: 26, within: 30 }),
    account: ({ chance }) => (chance.yes(0.65) ? String(chance.whole(20_000_000, 89_999_999)) : null),
    old_home: ({ who }) => who.address,
    left_on: (scene) => dayAround(scene, -20, 35),
    old_tenure: ({ chance }) => chance.weighted({ rented: 58, owned: 34, kept: 8 }),
    new_owner: (scene) => (scene.chance.yes(0.6) ? somebody(scene) : null),
    new_home: ({ chance }) => address(chance),
    moved_on: (scene) => {
      const left = scene.given["left_on"];
      return typeof left === "string" ? addDays(left, scene.chance.whole(0, 3)) : dayAround(scene, -25, 30);
    },
    new_tenure: ({ chance }) => chance.weighted({ rent: 57, own: 43 }),
    landlord: somebody,
    adults: ({ chance }) => Number(chance.weighted({ 1: 34, 2: 52, 3: 10, 4: 4 })),
    joint: ({ chance, who, given }) =>
      Array.from({ length: Number(given["adults"]) - 1 }, (_, index) => ({
        joint_name: { first: firstName(chance), last: chance.yes(0.45) ? who.last : lastName(chance) },
        joint_pays: index === 0 && chance.yes(0.8),
      })),
    pay_by: ({ chance }) => chance.weighted({ debit: 74, online: 16, other: 10 }),
    your_address: ({ chance, who, given }) => {
      if (given["move"] === "out") return addressElsewhere(chance);
      const home = given["new_home"];
      return home ?? who.address;
    },
  },
  endings: [{ move: () => "in", new_tenure: () => "lodge" }],
  course: {
    actions: { update: 8, "ask-more": 2.6, "give-up": 0, answered: 0 },
    late: 0.13,
    reasons: {
      "give-up": ["We wrote on two occasions and had no answer.", "The letter came back. There is no other way to reach the person."],
    },
    notes: [
      "Land Registry shows completion a week later than stated.",
      "Single person discount ends from the same day.",
      "Landlord confirms the start of the tenancy.",
      "Credit of £84.10 on the old account, moved to the new one.",
      "Band is D. Explained by phone.",
    ],
    questions: [
      ["Are you the only adult in the new home?", "Yes, only me and my two children."],
      ["Did you leave furniture in your old home after you moved?", "No, it was empty from that day."],
      ["Please tell us your new landlord's address.", "Harbour Lettings, 4 Quay Street. They have the flat since spring."],
    ],
    awaits: {
      "ask-more": {
        withFile: false,
        said: [
          ["We need the date on which your tenancy ends.", "It ended on the last day of last month."],
          [
            "Another household is registered at the new address. Please tell us when they left.",
            "The house was empty when we came. The agent says since the spring.",
          ],
          ["Please tell us the name of the person who bought your old home.", "A Mr and Mrs Lloyd. I do not know their first names."],
        ],
      },
    },
    praise: [
      "Straightforward.",
      "Saved me a phone call.",
      "Clear questions.",
      "Did it in the van while moving!",
      "The email came at once.",
    ],
    blame: [
      "It did not know my account number.",
      "Too many questions.",
      "I could not tell you about two moves at once.",
      "Still no bill after three weeks.",
    ],
    satisfied: 0.76,
  },
};
