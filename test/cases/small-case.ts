import assert from "node:assert/strict";

import type { Case } from "../../src/cases/case.ts";
import { fold, opened } from "../../src/cases/case.ts";
import { calendarOfNation } from "../../src/cases/clock/work-calendar.ts";
import type { WorkCalendar } from "../../src/cases/clock/work-calendar.ts";
import type { Command } from "../../src/cases/decide.ts";
import { decide } from "../../src/cases/decide.ts";
import type { CaseEvent } from "../../src/cases/event.ts";
import { CHAIN_START, chain } from "../../src/cases/event.ts";
import { prepare } from "../../src/cases/prepare.ts";
import type { PublishedService } from "../../src/definition/service.ts";
import { dayOf } from "../../src/platform/clock.ts";
import { compiled, definition, yesNo } from "../journey/small-service.ts";

const CASE = `  team: tools
  priority: if yes then "high" else "normal"
  deadline: { high: 4 working hours, normal: 10 working days }
  stages:
    received:
      title: Received
      says: We have it.
      next: We will look.
      deadline: 3 working days
      actions:
        ask: { title: Ask, to: waiting }
        hurry: { title: Hurry, to: received, priority: high }
        calm: { title: Calm, to: received, priority: normal }
        visit: { title: Visit, to: visited, pauses: waiting for the owner }
        close: { title: Close, to: closed }
    visited: { title: Visited, says: We came., next: We decide., actions: { finish: { title: Finish, to: closed }, redo: { title: Redo, to: received } } }
    waiting:
      title: Waiting for you
      says: We asked.
      next: Answer us.
      pauses: waiting for you
      deadline: 10 working days
      on: { deadline: give-up, replied: answer }
      actions: { answer: { title: Answered, to: received }, give-up: { title: Give up, to: closed } }
    closed: { title: Closed, says: Done., next: Nothing. }
`;

/** A service whose cases stop, move, escalate and close by themselves. `changes` are laid over its case. */
export function clockedService(...changes: readonly (readonly [string, string])[]): PublishedService {
  return { ...compiled(clockedText(...changes)), version: 1 };
}

const WHO = `
  full_name: { ask: What is your name?, type: name, label: your name, personal: true }
  email: { ask: What is your email address?, type: email, label: your email address, personal: true }`;

const MESSAGES = `messages:
  received: default
  closed: default
  waiting: { subject: Answer us, body: "Dear {name},\\n\\nPlease answer by {by}.\\n\\nWe aim to finish by {due}." }
person: { name: full_name, email: email }`;

/** The text of its definition. */
export function clockedText(...changes: readonly (readonly [string, string])[]): string {
  const text = definition(`${yesNo("yes")}${WHO}`, "  - yes\n  - [full_name, email]");
  const at = text.indexOf("case:\n") + "case:\n".length;
  const end = text.indexOf("\nretention:", at);
  assert.ok(at > 0 && end > at);
  const plan = changes.reduce((all, [from, to]) => {
    assert.ok(all.includes(from), from);
    return all.replace(from, to);
  }, CASE);
  return `${text.slice(0, at)}${plan}${MESSAGES}${text.slice(end)}`;
}

export const ANN = { full_name: { first: "Ann", last: "Other" }, email: "ann@example.com" };

/** A case on a simulated clock, with all its events: asked as officers and residents ask, and left to itself in between. */
export class ClockedCase {
  readonly events: CaseEvent[] = [];
  readonly service: PublishedService;
  readonly calendar: WorkCalendar;
  item: Case;
  now: Date;

  constructor(service: PublishedService, start: string | Date, urgent = false, calendar = calendarOfNation("england")) {
    this.service = service;
    this.calendar = calendar;
    this.now = new Date(start);
    const prepared = prepare(service, { ...ANN, yes: urgent }, this.now, calendar, { today: dayOf(this.now), files: [] });
    assert.ok(prepared.ok);
    const { data, answers, person } = prepared.prepared;
    const happening = { kind: "submitted", data, personal: { answers, person } } as const;
    const event = chain(
      "here",
      { caseId: "case", number: 1, previous: CHAIN_START },
      happening,
      this.#circumstance("web"),
      Buffer.alloc(16),
    );
    assert.ok(event.kind === "submitted");
    this.events.push(event);
    this.item = opened("here", "REF", event);
  }

  #circumstance(channel: "web" | "desk" | "clock") {
    return { at: this.now, channel, officer: null, key: `${this.events.length}` } as const;
  }

  /** Asks it now. Gives the event, or undefined where it is refused. */
  ask(command: Command): CaseEvent | undefined {
    const decision = decide(this.service, this.item, command, { at: this.now, roles: [], calendar: this.calendar });
    if (!decision.ok) return undefined;
    const place = { caseId: "case", number: this.item.eventCount + 1, previous: this.item.head };
    const channel = command.kind === "automatic" ? "clock" : "desk";
    const event = chain("here", place, decision.happening, this.#circumstance(channel), Buffer.alloc(16));
    this.events.push(event);
    this.item = fold(this.item, event);
    if (event.kind === "replied") this.ask({ kind: "automatic", cause: "reply" });
    return event;
  }

  act(action: string): CaseEvent | undefined {
    return this.ask({ kind: "act", action, reason: "", seen: this.item.eventCount });
  }

  /** Goes on to an instant, looking at the clock every so many minutes, as the program does. */
  goTo(until: string | Date, every = 60): void {
    const end = new Date(until);
    while (this.now < end) {
      this.now = new Date(Math.min(end.getTime(), this.now.getTime() + every * 60_000));
      this.look();
    }
  }

  /** Lets happen what is due now. */
  look(): void {
    for (let steps = 0; steps < 20; steps++) if (this.ask({ kind: "automatic", cause: "clock" }) === undefined) return;
    assert.fail("A clock that never stops ringing");
  }

  kinds(): readonly string[] {
    return this.events.map(({ kind }) => kind);
  }

  /** The last day of its deadline. */
  lastDay(): string {
    return dayOf(new Date(this.item.dueAt.getTime() - 1));
  }
}
