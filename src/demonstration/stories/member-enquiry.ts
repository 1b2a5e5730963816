import type { Story } from "../story.ts";

const ENQUIRIES = [
  "Residents of Church Row say that the same light has been mended three times. Is the column to be replaced?",
  "When will the crossing by the school be painted again?",
  "How many missed bins were there in Quay Street in the last month, and what is done about it?",
  "A resident has waited for a school place since the summer. Who should they speak to?",
  "Is Mill Lane on the list of roads to be resurfaced this year?",
] as const;

export const memberEnquiry: Story = {
  service: "member-enquiry",
  often: 0.9,
  months: [1, 1, 1.1, 0.8, 0.9, 1, 0.8, 0.4, 1.1, 1.2, 1.2, 0.7],
  weekdays: [1.2, 1.1, 1, 1, 0.9, 0.5, 0.5],
  minutes: [2, 8],
  completion: 0.9,
  ended: 0.06,
  channels: { api: 0, post: 0.2 },
  answers: {
    councillor: () => true,
    about_case: () => null,
    enquiry: ({ chance }) => chance.pick(ENQUIRIES),
  },
  endings: [{ councillor: () => false }],
  course: {
    actions: {},
    late: 0.12,
    reasons: {
      answer: [
        "Highways looked at it with you on site. The work is planned for the spring.",
        "We have asked the team, and they call the resident this week.",
        "The figures are attached to the answer that we sent you by email.",
      ],
    },
    notes: ["Asked highways for the dates.", "The member would like to be called in the evening."],
    questions: [["Which side of the street do you mean?", "The side of the shops."]],
    awaits: {},
    praise: ["A clear answer within the week."],
    blame: ["I had to ask twice."],
    satisfied: 0.7,
  },
};
