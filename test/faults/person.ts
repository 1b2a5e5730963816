import { setTimeout as pause } from "node:timers/promises";

import type { Chance } from "../../src/demonstration/chance.ts";
import { SERVICE } from "./council.ts";
import type { Acknowledgement, Diary } from "./diary.ts";
import { keptNow, trying } from "./diary.ts";
import type { Answered, Asked } from "./http.ts";
import { ask, Broken, cookiesOf, fileBody, formBody, keyOf, newAgent } from "./http.ts";

/** Where the program is, as people know it. */
export interface Site {
  port: number;
  /** True once the program is to stay up: whoever is patient must now get through. */
  calm: boolean;
  readonly acknowledged: Acknowledgement[];
  /** An API key's text. */
  readonly apiKey: string;
}

/** What a person is like. */
export interface Manner {
  /** Tries again after a broken connection, with the same key; otherwise goes away for good. */
  readonly patient: boolean;
  /** Presses every button twice. */
  readonly hasty: boolean;
  /** Goes away after so many answers. */
  readonly leavesAfter: number;
  /** Closes the browser as soon as they have pressed Send. */
  readonly hangsUp: boolean;
  readonly changesMind: boolean;
  readonly uploads: boolean;
}

class WentAway extends Error {}

const PATIENCE = 20_000;
const OUTAGE: ReadonlySet<number> = new Set([429, 503]);
const HOME = `/services/${SERVICE}`;

export function mannerOf(chance: Chance): Manner {
  return {
    patient: chance.yes(0.75),
    hasty: chance.yes(0.2),
    leavesAfter: chance.yes(0.15) ? chance.whole(0, 3) : Number.POSITIVE_INFINITY,
    hangsUp: chance.yes(0.1),
    changesMind: chance.yes(0.2),
    uploads: chance.yes(0.25),
  };
}

/** One person at the other end of real connections, who notes what they are told. */
class Person {
  readonly #site: Site;
  readonly #diary: Diary;
  readonly #manner: Manner;
  readonly #agent = newAgent();
  #cookies: readonly string[] = [];

  constructor(site: Site, diary: Diary, manner: Manner) {
    this.#site = site;
    this.#diary = diary;
    this.#manner = manner;
  }

  async #once(asked: Asked): Promise<Answered> {
    const askedAt = performance.now();
    const headers = { cookie: this.#cookies.join("; "), ...asked.headers };
    const answered = await ask(this.#agent, this.#site.port, { ...asked, headers });
    if (asked.method === "POST" && answered.status < 400) this.#site.acknowledged.push({ askedAt, at: performance.now() });
    return answered;
  }

  /** Asks until there is an answer that is not an outage; the impatient go away at the first. */
  async #ask(asked: Asked): Promise<Answered> {
    for (let calmFor = 0; ;) {
      const since = performance.now();
      const answered = await this.#once(asked).catch((error: unknown) => {
        if (error instanceof Broken) return undefined;
        throw error;
      });
      if (answered !== undefined && !OUTAGE.has(answered.status)) return answered;
      if (!this.#manner.patient || asked.hangUp === true) throw new WentAway();
      await pause(25);
      if (this.#site.calm) calmFor += performance.now() - since;
      if (calmFor > PATIENCE) {
        this.#diary.surprises.push(`${asked.path} gave no answer for ${PATIENCE / 1000} seconds (${answered?.status ?? "broken"})`);
        throw new WentAway();
      }
    }
  }

  /** Presses a button; the hasty press it twice, on two connections. All answers are given. */
  async #press(asked: Asked): Promise<readonly Answered[]> {
    if (!this.#manner.hasty) return [await this.#ask(asked)];
    const both = await Promise.allSettled([this.#ask(asked), this.#ask(asked)]);
    const answered = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    if (answered.length === 0) throw new WentAway();
    return answered;
  }

  async #page(path: string): Promise<{ key: string; body: string }> {
    const answered = await this.#ask({ path });
    const key = keyOf(answered.body);
    if (answered.status === 200 && key !== undefined) return { key, body: answered.body };
    this.#diary.surprises.push(`${path} answered ${answered.status}`);
    throw new WentAway();
  }

  /** True where every answer leads where it should. */
  #leads(answers: readonly Answered[], path: string, to: RegExp): boolean {
    const wrong = answers.filter(({ status, headers }) => status !== 303 || !to.test(headers.location ?? ""));
    for (const { status, headers } of wrong) this.#diary.surprises.push(`${path} answered ${status} to ${headers.location ?? "nowhere"}`);
    return wrong.length === 0;
  }

  async #start(): Promise<void> {
    const { key } = await this.#page(HOME);
    this.#diary.key = key.split(".", 1)[0] ?? "";
    const answers = await this.#press({ path: `${HOME}/start`, ...formBody({ key }) });
    if (!this.#leads(answers, "start", /\/journey\/[a-z-]+$/)) throw new WentAway();
    this.#diary.started = true;
    this.#cookies = answers[0] === undefined ? [] : cookiesOf(answers[0]);
  }

  async #answer(question: string, value: string): Promise<void> {
    const path = `${HOME}/journey/${question.replaceAll("_", "-")}`;
    const { key } = await this.#page(path);
    trying(this.#diary, question, value);
    if (this.#leads(await this.#press({ path, ...formBody({ key, [question]: value }) }), question, /\/journey\//))
      keptNow(this.#diary, question, value);
  }

  async #upload(): Promise<void> {
    const path = `${HOME}/journey/list`;
    const { key } = await this.#page(path);
    const text = `Guests of ${this.#diary.email}\n`;
    const form = this.#manner.uploads ? fileBody({ key }, { field: "list", name: "guests.txt", text }) : formBody({ key });
    if (this.#leads([await this.#ask({ path, ...form })], "list", /\/journey\//) && this.#manner.uploads) this.#diary.file = text;
  }

  async #send(): Promise<void> {
    const { key } = await this.#page(`${HOME}/journey/check`);
    this.#diary.maybeSent = true;
    const answers = await this.#press({ path: `${HOME}/journey/send`, ...formBody({ key }), hangUp: this.#manner.hangsUp });
    if (!this.#leads(answers, "send", /\/journey\/done$/)) throw new WentAway();
    this.#diary.sent = true;
    const { body } = await this.#ask({ path: `${HOME}/journey/done` });
    const reference = /<strong>([0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3})<\/strong>/.exec(body)?.[1];
    if (reference === undefined) this.#diary.surprises.push("the page after sending shows no reference");
    else this.#diary.references.add(reference);
  }

  async web(cups: number): Promise<void> {
    const { leavesAfter, changesMind } = this.#manner;
    await this.#start();
    const steps = [
      () => this.#answer("cups", String(cups)),
      () => this.#answer("why", `A party of ${cups}`),
      () => this.#answer("your_email", this.#diary.email),
      () => this.#upload(),
    ];
    for (const [index, step] of steps.entries()) {
      if (index >= leavesAfter) return;
      await step();
    }
    if (changesMind) await this.#answer("cups", String(cups + 1));
    await this.#send();
  }

  async api(cups: number): Promise<void> {
    const key = `call-${this.#diary.email}`;
    this.#diary.key = key;
    const headers = { authorization: `Bearer ${this.#site.apiKey}`, "idempotency-key": key, "content-type": "application/json" };
    const body = JSON.stringify({ answers: { cups, why: `A party of ${cups}`, your_email: this.#diary.email } });
    this.#diary.maybeSent = true;
    for (const answered of await this.#press({
      method: "POST",
      path: `/api/services/${SERVICE}/cases`,
      headers,
      body,
      hangUp: this.#manner.hangsUp,
    })) {
      // Safe: read only where it is there, and compared with what the database holds.
      const { reference } = answered.status < 300 ? (JSON.parse(answered.body) as { reference?: string }) : {};
      if (reference === undefined) this.#diary.surprises.push(`the API answered ${answered.status} ${answered.body.slice(0, 200)}`);
      else this.#diary.references.add(reference);
      this.#diary.sent = reference !== undefined;
    }
  }

  leave(): void {
    this.#agent.destroy();
  }
}

/** Lets a person make one journey, as far as they go. What they were told stands in their diary. */
export async function live(site: Site, diary: Diary, manner: Manner, cups: number): Promise<void> {
  const person = new Person(site, diary, manner);
  try {
    await (diary.channel === "web" ? person.web(cups) : person.api(cups));
  } catch (error) {
    if (!(error instanceof WentAway)) throw error;
  } finally {
    person.leave();
  }
}
