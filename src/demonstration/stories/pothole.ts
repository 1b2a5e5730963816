import type { Story } from "../story.ts";
import { point, spot } from "../town.ts";

const MORE = [
  "Cars swerve into the other lane to miss it.",
  "It fills with water, so you cannot see how deep it is.",
  "I nearly came off my bicycle here this morning.",
  "It has got much bigger since the frost.",
  "A bus driver hit it so hard that people fell in the aisle.",
  "My front tyre burst on it last night.",
  "It is right where children cross to the school.",
  "It was filled in the spring and the patch has come out again.",
] as const;

export const pothole: Story = {
  service: "report-a-pothole",
  often: 29,
  // Frost opens roads: winter brings three times what summer does.
  months: [1.7, 1.9, 1.7, 1.2, 0.8, 0.6, 0.55, 0.55, 0.7, 0.9, 1.1, 1.3],
  weekdays: [1.25, 1.1, 1.05, 1.05, 1.1, 0.8, 0.65],
  minutes: [2, 7],
  completion: 0.86,
  ended: 0.08,
  channels: { api: 3, post: 0.2 },
  answers: {
    where: ({ chance, channel }) =>
      chance.yes(channel === "web" || channel === "api" ? 0.45 : 0.05) ? { text: spot(chance), ...point(chance) } : { text: spot(chance) },
    road_kind: ({ chance }) => chance.weighted({ street: 80, pavement: 20 }),
    width: ({ chance }) => chance.weighted({ small: 36, large: 47, huge: 17 }),
    danger: ({ chance }) => chance.yes(0.07),
    photos: ({ chance, channel, attach }) => (channel === "web" && chance.yes(0.35) ? [attach("road")] : null),
    more: ({ chance }) => (chance.yes(0.7) ? chance.pick(MORE) : null),
  },
  endings: [{ road_kind: () => "motorway" }, { road_kind: () => "private" }],
  course: {
    actions: { inspect: 12, "not-ours": 1, "order-repair": 5, "no-defect": 2 },
    late: 0.11,
    reasons: {
      "not-ours": [
        "This is the forecourt of the shop, which the owner looks after.",
        "This road has not been adopted. The developer looks after it.",
      ],
      "no-defect": [
        "It is under 40 millimetres deep, which is when we repair. We will look again at the next inspection.",
        "Another report led to a repair last week. Nothing is left to mend.",
        "We found only worn surface here. It is on the list for resurfacing.",
      ],
      complete: ["Filled and sealed.", "Cut out and patched.", "Made safe by the crew. A larger patch follows in the spring.", ""],
    },
    reopened: {
      share: 0.06,
      why: [
        "The patch has come out again after the rain.",
        "You mended the one by the crossing. Mine is further down.",
        "It is still there. I drove over it this morning.",
      ],
    },
    notes: [
      "Third report of this one. Same patch as in spring.",
      "60 mm deep, 450 mm wide, in the wheel track.",
      "Needs traffic lights for the repair. Booked with the depot.",
      "Water company's trench. Sent them a defect notice.",
      "Coned off until the crew gets there.",
      "Resident called again. Told them about the inspection.",
    ],
    questions: [
      ["Is the hole you mean the one by the drain cover, or the one further up?", "The one by the drain cover. The other one is smaller."],
      ["We could not find it today. Which side of the road is it on?", "On the left, coming from the station. It was full of leaves."],
      ["Thank you for the photo. Did anyone get hurt?", "No, but a cyclist had to stop very suddenly."],
    ],
    awaits: {},
    praise: [
      "Quick and easy on my phone.",
      "Took two minutes.",
      "Good that I could add a photo.",
      "Simple. Thank you.",
      "Filled the next day, I am amazed.",
    ],
    blame: [
      "I could not point at a map.",
      "It asked for my name for no good reason.",
      "Reported this one twice before and nothing happened.",
    ],
    satisfied: 0.84,
  },
};
