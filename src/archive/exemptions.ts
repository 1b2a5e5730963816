/** Why something may be left out of what a person is given: Data Protection Act 2018, schedules 2 and 3. In the words that the archive says. */
export const EXEMPTIONS = {
  "third-party": "It is about somebody else, who has not agreed (schedule 2, paragraph 16)",
  crime: "It would harm preventing or finding crime, or assessing tax (schedule 2, paragraph 2)",
  regulation: "It would harm a regulator’s or the council’s protective work (schedule 2, paragraph 7)",
  "legal-advice": "It is legal advice, which is privileged (schedule 2, paragraph 19)",
  negotiation: "It would harm negotiations with the person (schedule 2, paragraph 23)",
  reference: "It is a reference given in confidence (schedule 2, paragraph 24)",
  "serious-harm": "It would seriously harm somebody’s health (schedule 3)",
  later: "It came in while the archive was looked through: ask again for it",
} as const;

export type Exemption = keyof typeof EXEMPTIONS;

export function isExemption(name: string): name is Exemption {
  return Object.hasOwn(EXEMPTIONS, name);
}
