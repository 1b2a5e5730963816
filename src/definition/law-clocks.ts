import type { DeadlineLength } from "./service.ts";

interface LawClock {
  readonly length: DeadlineLength;
  /** What it is for, as the reference says it. */
  readonly about: string;
  /** Where the law says so. */
  readonly source: string;
}

/** Clocks that a law sets, by the name under which a deadline is given. */
export const LAW_CLOCKS: Readonly<Record<string, LawClock>> = {
  foi: {
    length: { amount: 20, unit: "working days", law: "foi", holidays: "anywhere" },
    about: "Freedom of information: 20 working days, where a bank holiday anywhere in the United Kingdom is no working day.",
    source: "Freedom of Information Act 2000, section 10",
  },
  "environmental-information": {
    length: { amount: 20, unit: "working days", law: "environmental-information", holidays: "anywhere" },
    about: "Environmental information: 20 working days, counted as for freedom of information.",
    source: "Environmental Information Regulations 2004, regulations 2 and 5",
  },
  "subject-access": {
    length: { amount: 1, unit: "months", law: "subject-access", rolls: true },
    about:
      "A person's own data: the same date of the next month, or its last day where it has no such date, and the next working day where that is none.",
    source: "UK GDPR, article 12(3), as the Information Commissioner's Office counts it",
  },
  "data-breach": {
    length: { amount: 72, unit: "hours", law: "data-breach" },
    about: "Telling the Information Commissioner of a breach of personal data: 72 hours.",
    source: "UK GDPR, article 33(1)",
  },
  planning: {
    length: { amount: 56, unit: "days", law: "planning" },
    about: "A planning application that is not major: 8 weeks.",
    source: "Town and Country Planning (Development Management Procedure) (England) Order 2015, article 34",
  },
  "planning-major": {
    length: { amount: 13, unit: "weeks", law: "planning-major" },
    about: "A major planning application: 13 weeks.",
    source: "Town and Country Planning (Development Management Procedure) (England) Order 2015, article 34",
  },
};

export function lawNames(): readonly string[] {
  return Object.keys(LAW_CLOCKS);
}
