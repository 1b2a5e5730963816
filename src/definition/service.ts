import type { Question } from "../answers/answer-type.ts";
import type { Language } from "../language/language.ts";
import type { Occasion } from "./keys-action.ts";
import type { Rule } from "../rules/rule.ts";
import type { TableRules } from "../rules/table.ts";
import type { Hit } from "../rules/tables.ts";

/** A service, compiled from its definition and frozen. Everything that the faces, the cases and the measures do follows from it. */
export interface Service {
  readonly id: string;
  readonly title: string;
  /** One sentence that says what it is, for lists and searches. */
  readonly summary: string;
  /** Words a person may search for besides the title. */
  readonly keywords: readonly string[];
  readonly group: string;
  /** Team that owns the service, and the role that leads on it. */
  readonly owner: string;
  readonly lead: string;
  readonly codes: Readonly<Record<string, string | number>>;
  readonly start: StartPage;
  /** Every question by id, in the order asked, with the facts that are stated between them. Questions of a repeated group are inside their group's settings. */
  readonly questions: ReadonlyMap<string, Question>;
  readonly flow: readonly Step[];
  /** Every screen of the flow by id. */
  readonly screens: ReadonlyMap<string, Screen>;
  /** Questions that are filled in at first, and from where. */
  readonly filledFrom: ReadonlyMap<string, FilledFrom>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Rates, bands and charges that rules read by the table's name. */
  readonly tables: ReadonlyMap<string, DecisionTable>;
  readonly drafts: DraftPlan;
  /** What the person declares before sending; absent where nothing is declared. */
  readonly declaration?: string;
  /** Statements of a declaration of several, each ticked by the person; empty where there is none or only `declaration`. */
  readonly declarations: readonly string[];
  /** Other people who must confirm what was sent; absent where nobody must. */
  readonly confirm?: ConfirmPlan;
  /** What officers may ask the person for while a case is open, by name. */
  readonly requests: ReadonlyMap<string, RequestPlan>;
  /** Pounds; typed money or number. */
  readonly fee?: Rule;
  readonly person: PersonQuestions;
  readonly case: CasePlan;
  /** Which message goes out when: `received`, a stage or an action, in the order of the file. */
  readonly messages: ReadonlyMap<string, MessageTemplate>;
  readonly retention: Retention;
  /** Lawful basis for holding what is asked. */
  readonly basis: string;
  /** How sure an officer must be who somebody is before they speak with them about a case. */
  readonly identity: Identity;
  /** The shelf service that an overlay lies over: `shelf/report-a-pothole@3`. Absent for a whole definition. */
  readonly extends?: string;
  /** SHA-256 of the source, hex. */
  readonly hash: string;
  readonly source: string;
  /** The language of its texts; English when absent. */
  readonly language?: Language;
  /** The same service in Welsh, where it can be had. */
  readonly welsh?: Service;
}

/** A service with the number it was published under. */
export interface PublishedService extends Service {
  readonly version: number;
}

export interface StartPage {
  readonly who: readonly string[];
  readonly need: readonly string[];
  readonly time: string;
  readonly cost: string;
  readonly takes: string;
  readonly body: string;
}

export type Step =
  | { readonly kind: "screen"; readonly screen: Screen; readonly when?: Rule }
  | { readonly kind: "stop"; readonly outcome: string; readonly when?: Rule }
  | { readonly kind: "branch"; readonly when: Rule; readonly steps: readonly Step[] }
  | { readonly kind: "section"; readonly section: Section; readonly when?: Rule };

/** A part of a long application, which may be filled in before those beside it. Sections come last in a flow, with nothing between them. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
  /** The sections whose answers its rules read: it cannot be started before those are completed. All come before it. */
  readonly needs: readonly string[];
}

/** Questions asked together. Its id is its first question's, or that of its first fact where it asks nothing. */
export interface Screen {
  readonly id: string;
  /** Shown as the heading where there is more than one question. */
  readonly title?: string;
  readonly questions: readonly Question[];
  /** What is stated above the questions, in order. A screen may state facts and ask nothing. */
  readonly facts: readonly Fact[];
  /** What must hold between answers once this screen is answered; shown at `field`. */
  readonly musts: readonly Must[];
}

/** Where the first value of a question comes from: an earlier question or fact, and of its answer one part where only that is wanted. */
export interface FilledFrom {
  readonly from: string;
  readonly part?: string;
}

/** Something that the council states: a figure that is worked out, a rate, an earlier answer. Its question says how it is shown and kept. */
export interface Fact {
  readonly question: Question;
  readonly rule: Rule;
}

export interface Must {
  readonly rule: Rule;
  readonly field: string;
  readonly message: string;
}

export interface DecisionTable extends TableRules {
  readonly hit: Hit;
}

/** What an ending that is no case tells the person: its page is laid out by it. */
export type OutcomeKind = "eligible" | "refused" | "maybe" | "not-ours" | "done";

/** An ending that is not a case. Its texts may hold {figure}, which stands for what the figure comes to. */
export interface Outcome {
  readonly id: string;
  readonly kind?: OutcomeKind;
  readonly title: string;
  /** Of its texts; English when absent. So are those below. */
  readonly language?: Language;
  /** Paragraphs; a line that starts with "- " is a list item; [text](https://address) is a link. */
  readonly body: string;
  /** What is worked out from the answers, in the order shown. */
  readonly figures: readonly OutcomeFigure[];
  /** What to bring or have at hand, one thing each. */
  readonly bring: readonly string[];
  /** What to do next, one step each. */
  readonly next: readonly string[];
  /** Where else to go: [text](https://address), one each. */
  readonly links: readonly string[];
  /** Where the figures come from. */
  readonly source?: string;
}

export interface OutcomeFigure {
  readonly id: string;
  readonly label: string;
  /** Reads the answers and the figures before it. */
  readonly value: Rule;
  /** Written after the number. */
  readonly unit?: string;
}

/** Which questions tell who the person is and how to reach them. */
export interface PersonQuestions {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  /** The date of birth. */
  readonly born?: string;
}

export const IDENTITY = ["none", "light", "strong"] as const;

export type Identity = (typeof IDENTITY)[number];

export interface CasePlan {
  readonly team: string;
  /** Without stages the service makes no cases: it always ends in an outcome. */
  readonly stages: ReadonlyMap<string, Stage>;
  /** A code; `normal` where the definition gives no rule. */
  readonly priority?: Rule;
  /** By priority. `any` serves those not named. */
  readonly deadline: Readonly<Record<string, DeadlineLength>>;
  /** How long before a deadline the officer or the team is warned; by the length of the deadline where nothing is said. */
  readonly warn?: DeadlineLength | "never";
  /** Who is told, and how long after, when a deadline is not met. */
  readonly escalate?: Escalation | "never";
  readonly first: string;
  /** Everything that officers record when they take actions, by its name in rules. */
  readonly asked: ReadonlyMap<string, AskedQuestion>;
  /** The kinds of sub-case that it names. */
  readonly subCases: ReadonlyMap<string, SubCasePlan>;
  /** Questions whose personal answers partners see; absent for none. */
  readonly partnersSee?: readonly string[];
}

/** Something that officers record. */
export interface AskedQuestion {
  readonly question: Question;
  /** Whether the person sees it on the page of their case. */
  readonly public: boolean;
}

/** How a case that is closed at a stage is opened again. */
/** A kind of sub-case: what it is called, whose it is, and how it is worked. */
export interface SubCasePlan {
  readonly id: string;
  readonly title: string;
  /** Empty where the officer chooses. */
  readonly team: string;
  readonly deadline: DeadlineLength;
  readonly stages: ReadonlyMap<string, Stage>;
}

export interface Reopening {
  /** For how long after it was closed. */
  readonly within: DeadlineLength;
  /** The stage at which it goes on. */
  readonly to: string;
  /** Roles that may; empty means any officer of the team who may work cases. */
  readonly by: readonly string[];
  /** Whether the person may. */
  readonly resident: boolean;
}

export interface Escalation {
  readonly after: DeadlineLength;
  /** The role in the team that is told; the team itself where nothing is said. */
  readonly to?: string;
}

export interface DeadlineLength {
  readonly amount: number;
  readonly unit: "hours" | "working hours" | "days" | "working days" | "weeks" | "months";
  /** The law that sets it, as definitions name it (law-clocks.ts). */
  readonly law?: string;
  /** `anywhere`: a bank holiday in any part of the United Kingdom is no working day. */
  readonly holidays?: "anywhere";
  /** Ends with the next working day where its last day is none. */
  readonly rolls?: true;
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly language?: Language;
  /** What it means, in plain words to the resident. */
  readonly says: string;
  /** What happens next, in plain words to the resident. */
  readonly next: string;
  /** A stage that no action leaves: the case is closed. */
  readonly closed: boolean;
  readonly actions: ReadonlyMap<string, Action>;
  /** How long a case may be at this stage. It runs on while the clock of the case is stopped. */
  readonly deadline?: DeadlineLength;
  /** The actions that happen by themselves, by what they follow. */
  readonly on: Readonly<Partial<Record<Occasion, string>>>;
  /** How a case that is closed here is opened again; absent where it is not. */
  readonly reopen?: Reopening;
  /** The clock of the case is stopped at this stage; why, in words to the resident: "waiting for you". */
  readonly pauses?: string;
}

export interface Action {
  readonly id: string;
  readonly title: string;
  readonly to: string;
  /** Roles that may; empty means any officer of the team who may work cases. */
  readonly by: readonly string[];
  readonly reason: "none" | "optional" | "required";
  /** What the officer fills in when they take it. */
  readonly asks: readonly Question[];
  /** Over the answers, the priority and what officers recorded; where it does not hold, the action is not offered. */
  readonly when?: Rule;
  /** What the officer must tick first. */
  readonly confirm?: string;
  /** The clock of the case is stopped from this action to the next; why, in words to the resident. */
  readonly pauses?: string;
  /** The priority that the case has from then on: its deadline is worked out anew. */
  readonly priority?: string;
}

export interface MessageTemplate {
  readonly subject: string;
  readonly body: string;
  readonly language?: Language;
}

export interface Retention {
  readonly amount: number;
  readonly unit: "days" | "months" | "years";
}

/** How long answers that are not sent are kept after they were last changed, and how long before the end their person is reminded. */
export interface DraftPlan {
  readonly days: number;
  /** Days; 0 for no reminder. */
  readonly remind: number;
}

/** Who else must confirm what was sent, what they see and declare, and what follows. */
export interface ConfirmPlan {
  /** The question, of type `people`, that names them. */
  readonly people: string;
  readonly declare: string;
  /** Questions whose answers they see. */
  readonly shows: readonly string[];
  /** How many days a link works. */
  readonly days: number;
  /** Days after which somebody who has not answered is reminded; 0 for never. */
  readonly remind: number;
  /** The stage to which the case moves from the first once all have confirmed. */
  readonly to?: string;
}

/** Something that officers may ask the person for. */
export interface RequestPlan {
  readonly id: string;
  /** What is asked for: the heading of its form. */
  readonly ask: string;
  readonly language?: Language;
  /** Paragraphs above its questions. */
  readonly says?: string;
  readonly questions: readonly Question[];
  readonly due: DeadlineLength;
  /** How long before the person is reminded; `never` for not at all. */
  readonly remind: DeadlineLength | "never";
  /** The clock of the case is stopped until they answer; why, in words to the person. */
  readonly pauses?: string;
  /** The action that happens by itself where they have not answered in time. */
  readonly unanswered?: string;
  /** Whether the person may agree that other services see what was accepted. */
  readonly shared: boolean;
}

/** Something the checker found in a definition. */
export interface Finding {
  /** A stable name: "question-unknown", "stage-stuck", ... each on its own line of docs/reference/checks.md. */
  readonly code: string;
  readonly severity: "error" | "warning" | "advice";
  /** What is wrong, in one plain sentence. */
  readonly message: string;
  /** What to do. */
  readonly fix?: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Characters of that line that it is about; 1 when absent. */
  readonly length?: number;
}

export type Compilation =
  | { readonly ok: true; readonly service: Service; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };
