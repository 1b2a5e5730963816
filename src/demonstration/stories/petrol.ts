import { addDays } from "../../cases/calendar.ts";
import { lastName } from "../residents.ts";
import type { Scene, Story } from "../story.ts";
import { address } from "../town.ts";

const COMPANIES = [
  "Harbour Road Filling Station Ltd",
  "Mere Fuels Ltd",
  "Eastmere Motor Company Ltd",
  "Fenside Haulage Ltd",
  "Quayside Marina Ltd",
  "Lantern Hill Garage Ltd",
] as const;

const SITES = [
  "The Filling Station",
  "Unit 4, Fenside Trading Estate",
  "The Boatyard",
  "Coach Depot",
  "Northgate Service Station",
  "Council Works Depot",
] as const;

const PLANS = [
  "A gauge in each tank is read every hour, and an alarm rings in the office. Staff check the records each morning and call the service company.",
  "We dip the tanks every day and compare the result with the sales. Any loss of more than 0.5 per cent stops the pump.",
  "Pipes and tanks have sensors between their skins. The alarm closes the valves.",
] as const;

/** Tanks that together hold what is to be stored. */
function tanks({ chance, today, given }: Scene) {
  const count = chance.whole(1, 4);
  const holds = Math.min(200_000, Math.ceil(Number(given["litres"]) / count / 500) * 500);
  return Array.from({ length: count }, () => ({ holds, fitted: addDays(today, -chance.whole(30, 9000)), double_skin: chance.yes(0.75) }));
}

export const petrol: Story = {
  service: "store-petrol",
  often: 0.75,
  months: [1, 1, 1.2, 1.2, 1, 1, 0.9, 0.8, 1, 1, 1, 0.8],
  weekdays: [1.2, 1.2, 1.1, 1.1, 1, 0.15, 0.1],
  minutes: [14, 50],
  completion: 0.66,
  ended: 0.2,
  channels: { post: 6, email: 3, desk: 0.4, phone: 0.3, api: 0 },
  answers: {
    pumped: () => true,
    site: ({ chance }) => ({ ...address(chance), line1: chance.pick(SITES) }),
    use: ({ chance }) => chance.weighted({ public: 55, depot: 28, marina: 9, other: 8 }),
    keeper: ({ chance }) => chance.weighted({ company: 82, person: 18 }),
    company_name: ({ chance }) => (chance.yes(0.6) ? chance.pick(COMPANIES) : `${lastName(chance)} and Sons Ltd`),
    company_number: ({ chance }) => `0${chance.whole(1_000_000, 9_999_999)}`,
    keeper_born: ({ chance, today }) => addDays(today, -chance.whole(9000, 24_000)),
    litres: ({ chance }) => Number(chance.weighted({ 2000: 18, 20000: 26, 45000: 28, 80000: 20, 120000: 8 })),
    tanks,
    leak_plan: ({ chance }) => chance.pick(PLANS),
    drawings: ({ chance, attach }) => (chance.yes(0.5) ? [attach("drawing")] : [attach("drawing"), attach("drawing")]),
    first_day: ({ chance, today }) => addDays(today, chance.whole(30, 150)),
    years: ({ chance }) => Number(chance.weighted({ 1: 44, 3: 20, 5: 20, 10: 16 })),
  },
  endings: [{ pumped: () => false }],
  course: {
    actions: { visit: 9, issue: 8, refuse: 1.6 },
    late: 0.1,
    reasons: {
      refuse: [
        "The drawings do not show how spilt petrol is kept out of the drains.",
        "The tank has a single skin and there is no plan to find leaks.",
      ],
    },
    notes: [
      "Drawings complete. Visit booked with the fire service.",
      "Old tank was filled with concrete in 2011, see the file.",
      "Interceptor was emptied last month, certificate seen.",
      "Fee received by bank transfer.",
    ],
    questions: [
      ["Please tell us where the vent pipes end.", "Two metres above the canopy, on the north side."],
      ["Who may we meet at the site?", "The site manager, any weekday before noon."],
    ],
    awaits: {},
    praise: ["Clear about the fee.", "Good to have it all in one place."],
    blame: ["The drawings were too large at first.", "It should remember last year's answers."],
    satisfied: 0.72,
  },
};
