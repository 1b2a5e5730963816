import { addDays } from "../../cases/calendar.ts";
import type { Scene, Story } from "../story.ts";
import { landmark, postcode, street } from "../town.ts";

const NAMES = [
  "Ember",
  "Tarragon",
  "Old Smoky",
  "Brindle",
  "Clinker",
  "Marmaduke",
  "Saffron",
  "Bramble",
  "Cinders",
  "Lady Soot",
  "Kettle",
  "Gwendolyn",
  "Puddle",
  "Sir Huffalot",
] as const;
const VETS = ["Mere Veterinary Centre", "Dr Okafor, Harbour Road", "Fenside Large Animal Practice", "The Scaly Friend Surgery"] as const;
const FIRE_PLANS = [
  "There are two hoses in the yard and a pond within reach. My brother is a retired firefighter and lives next door.",
  "Sand buckets at each door, a sprinkler over the den, and no straw.",
  "The den is of brick with a slate roof. We call the fire station before each flight.",
] as const;
const LAIRS = ["Snowdon", "Lambton Castle", "Loch Ness", "Bures", "Mordiford"] as const;
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

function dragon({ chance, today }: Scene) {
  const call = chance.pick(NAMES);
  const length = chance.whole(2, 22) / 2;
  const hatched = addDays(today, -chance.whole(200, 20_000));
  return { call, length, hatched, breathes_fire: chance.yes(0.4), portrait: null, lairs: lairsOf(length, hatched) };
}

/** A dragon that has grown long was born elsewhere, and left in the month it hatched. */
function lairsOf(length: number, hatched: string) {
  const near = LAIRS[Math.floor(length) % LAIRS.length] ?? LAIRS[0];
  return length > 8 ? [{ near, left: hatched.slice(0, 7) }] : null;
}

export const dragonLicence: Story = {
  service: "keep-a-dragon",
  often: 1.6,
  // They hatch in spring.
  months: [0.7, 0.8, 1.2, 1.6, 1.5, 1.2, 1, 0.9, 0.9, 1, 0.8, 0.6],
  weekdays: [1, 1, 1, 1, 1, 1, 0.9],
  minutes: [9, 35],
  completion: 0.68,
  ended: 0.17,
  channels: { desk: 1.6, post: 2, api: 0 },
  answers: {
    born: ({ chance, today }) => addDays(today, -chance.whole(6900, 28_000)),
    purpose: ({ chance }) => chance.weighted({ pet: 58, work: 27, show: 15 }),
    dragons: (scene) => Array.from({ length: scene.chance.yes(0.8) ? 1 : 2 }, () => dragon(scene)),
    place: ({ chance, who }) => ({
      text: chance.yes(0.6) ? `In the barn behind ${who.address.line1}` : `The old kiln, ${street(chance)}, near ${landmark(chance)}`,
    }),
    keep_from: ({ chance, today }) => addDays(today, chance.whole(5, 120)),
    keep_until: ({ chance, today }) => (chance.yes(0.2) ? addDays(today, chance.whole(200, 900)) : null),
    guards: ({ chance }) => (chance.yes(0.5) ? ["fence", "pond"] : [chance.pick(["fence", "pond", "warden"])]),
    fire_plan: ({ chance }) => chance.pick(FIRE_PLANS),
    days: ({ chance }) => chance.shuffled(DAYS).slice(0, chance.whole(1, 3)),
    cover: ({ chance }) => chance.pick([1, 2, 2, 5, 10]) * 100_000_000,
    certificate: ({ attach }) => [attach("certificate")],
    neighbours: ({ chance }) => (chance.yes(0.7) ? postcode(chance) : null),
    vet: ({ chance }) => chance.pick(VETS),
    care: () => true,
  },
  endings: [
    { born: ({ today }) => addDays(today, -5000) },
    { dragons: (scene) => [{ ...dragon(scene), breathes_fire: true }], guards: () => ["none"] },
    { cover: () => 50_000_000 },
  ],
  course: {
    actions: { visit: 8, grant: 7, refuse: 1.2, back: 0.8 },
    late: 0.12,
    reasons: {
      visit: ["Den is clean and dry, gate locks.", "Met the dragon. Calm, well fed.", ""],
      grant: ["The licence is for one year. Keep the den's gate locked.", "Granted. Flights only by daylight.", ""],
      refuse: ["The fence is lower than the dragon is long.", "The neighbours' thatched roof is 4 metres from the den."],
      back: ["The pond was dry. Please fill it, and we will come again.", "The dragon was out flying, so we could not see it."],
    },
    records: { licence_number: ["D-0107", "D-0131", "D-0146", "D-0158", "D-0163"] },
    notes: [
      "Insurer confirms the cover by phone.",
      "Neighbour at the back is content.",
      "Scorch marks on the shed, older than the dragon.",
      "Bring the long tape measure.",
    ],
    questions: [
      ["How high is the fence around the den?", "Three metres, with a net over it."],
      ["Can the dragon fly over water?", "It can, but it does not like to get wet."],
    ],
    awaits: {},
    praise: ["The inspector was very good with her.", "Clear about what counts as small.", "Much simpler than the wyvern form."],
    blame: ["It would not take his full name.", "Expensive for a small dragon."],
    satisfied: 0.78,
  },
};
