import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { answerType } from "../../src/answers/answer-types.ts";
import { firstBroken } from "../../src/cases/event.ts";
import { baseOf } from "../../src/definition/sub-case-service.ts";
import { partOf, tiesOf } from "../../src/cases/together/tie.ts";
import { openPause } from "../../src/cases/clock/case-clock.ts";
import { workCalendar } from "../../src/cases/clock/work-calendar.ts";
import { personIn, prepare } from "../../src/cases/prepare.ts";
import { readReference } from "../../src/cases/reference.ts";
import { fillWithDemonstration } from "../../src/demonstration/fill.ts";
import { DEMONSTRATION_API_KEY, DEMONSTRATION_PASSWORD, DEMONSTRATION_SIGN_INS } from "../../src/demonstration/sign-ins.ts";
import { findApiKey } from "../../src/people/api-keys.ts";
import { findOfficerByEmail, officersOf } from "../../src/people/officers.ts";
import { passwordProblem } from "../../src/people/password-rule.ts";
import { dayOf } from "../../src/platform/clock.ts";
import { filesOfCase } from "../../src/platform/files/file-rows.ts";
import { statement } from "../../src/platform/statement.ts";
import { addDays } from "../../src/cases/calendar.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { StoredCase } from "./filled.ts";
import { counts, fingerprints, folded, storedCases } from "./filled.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("demonstration: fill", () => {
  const COUNCIL = "eastmere";
  const NOW = "2026-11-22T14:00:00Z";

  let app: TestApp;
  let stored: readonly StoredCase[];

  before(async () => {
    app = await testApp({ start: NOW });
    await fillWithDemonstration(app.context);
    stored = await storedCases(app.database, COUNCIL);
  });
  after(() => app.stop());

  test("about four thousand cases of six months, spread over every service, channel and month", () => {
    assert.ok(stored.length > 3600 && stored.length < 4400, `${stored.length} cases`);
    const services = Map.groupBy(stored, ({ item }) => baseOf(item.service).service);
    assert.deepEqual(
      [...services.keys()].toSorted(),
      app.context.councils
        .services(COUNCIL)
        .filter((service) => service.case.stages.size > 0)
        .map(({ id }) => id)
        .toSorted(),
    );
    const [bins = [], petrol = []] = [services.get("report-a-missed-bin"), services.get("store-petrol")];
    assert.ok(bins.length > 30 * petrol.length && petrol.length > 10);
    assert.deepEqual([...new Set(stored.map(({ item }) => item.channel))].toSorted(), ["api", "desk", "email", "phone", "post", "web"]);
    for (const { item } of stored) assert.ok(item.openedAt < app.clock.now() && dayOf(item.openedAt) > "2026-05-22");
    const digital = (month: string): number => {
      const of = stored.filter(({ item }) => dayOf(item.openedAt).startsWith(month));
      return of.filter(({ item }) => item.channel === "web").length / of.length;
    };
    assert.ok(digital("2026-11") > digital("2026-06") + 0.05);
  });

  test("every case is the fold of its events, and every chain verifies", () => {
    for (const one of stored) {
      assert.deepEqual(one.item, folded(one));
      assert.equal(firstBroken(COUNCIL, one.events), undefined);
      const times = one.events.map(({ at }) => at.getTime());
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      );
      assert.equal(readReference(one.item.reference), one.item.reference);
    }
  });

  test("every case is what submitting its answers on that day would have made", async () => {
    const eastmere = app.context.councils.get(COUNCIL);
    assert.ok(eastmere);
    for (const { item, events } of stored) {
      // A sub-case is made by an officer, and answers nothing.
      if (partOf(item) !== undefined) continue;
      const service = await app.context.councils.version(COUNCIL, item.service, item.version);
      assert.ok(service);
      const files = await filesOfCase(app.database, COUNCIL, item.id);
      const preparation = prepare(service, item.answers, item.openedAt, workCalendar(eastmere), {
        today: dayOf(item.openedAt),
        files: files.map(({ id, sha256, name, type, size }) => ({ id, sha256, name, type, size })),
      });
      assert.ok(preparation.ok, `${item.service} ${JSON.stringify(preparation)}`);
      const [moved] = tiesOf(item.ties, "moved-from");
      const from = moved && { case: moved.case, reference: moved.reference, sent: moved.sent, service: "report-a-street-light" };
      assert.deepEqual({ ...preparation.prepared.data, ...(from && { from }) }, events[0]?.data);
      assert.deepEqual(personIn(service, item.answers), item.person);
      for (const question of service.questions.values()) {
        const answer = item.answers[question.id];
        if (answer === undefined) continue;
        const reading = answerType(question).accept(question, answer, "", { today: dayOf(item.openedAt), files });
        assert.deepEqual(reading, { ok: true, answer }, question.id);
      }
    }
  });

  test("there is something on every page: each stage, overdue cases, cases taken and waiting for an answer, notes, ratings with words", () => {
    const open = stored.filter(({ item }) => item.closedAt === null);
    for (const service of app.context.councils.services(COUNCIL)) {
      for (const stage of service.case.stages.values()) {
        assert.ok(
          stored.some(({ item }) => item.service === service.id && item.stage === stage.id),
          `${service.id} ${stage.id}`,
        );
      }
    }
    const count = (wanted: (one: StoredCase) => boolean): number => open.filter(wanted).length;
    assert.ok(open.length > 200 && open.length < stored.length / 6);
    assert.ok(count(({ item }) => item.dueAt < app.clock.now()) > 15);
    assert.ok(count(({ item }) => item.officer !== null) > 50);
    assert.ok(count(({ item }) => item.waitingReply) > 10);
    const closed = stored.filter(({ item }) => item.closedAt !== null);
    const inTime = closed.filter(({ item }) => item.closedAt !== null && item.closedAt < item.dueAt).length / closed.length;
    assert.ok(inTime > 0.8 && inTime < 0.98, String(inTime));
    const events = stored.flatMap((one) => one.events);
    for (const kind of ["taken", "noted", "told", "replied", "acted", "rated"])
      assert.ok(events.filter((event) => event.kind === kind).length > 100, kind);
    for (const kind of ["linked", "merged", "split", "transferred", "corrected"])
      assert.ok(
        events.some((event) => event.kind === kind),
        kind,
      );
    for (const kind of ["warned", "escalated", "expected", "reopened"])
      assert.ok(events.filter((event) => event.kind === kind).length > 20, kind);
    assert.ok(count(({ item }) => item.clock.reopened !== undefined) > 0);
    assert.ok(stored.filter(({ item }) => item.recorded !== null).length > 50);
    assert.ok(count(({ item }) => openPause(item.clock) !== undefined) > 3);
    assert.ok(closed.some(({ item }) => item.clock.pauses.length > 0 && item.dueAt.toISOString() !== item.clock.promised));
    const rated = events.filter(({ kind }) => kind === "rated");
    assert.ok(rated.length > 0.12 * stored.length && rated.length < 0.2 * stored.length);
    assert.ok(rated.filter(({ personal }) => personal?.["comment"] !== "").length > 150);
  });

  test("people have addresses that reach nobody, and no name appears in more than its share", () => {
    for (const { item } of stored) {
      const { email, phone, postcode } = item.person;
      assert.ok(email === null || /^[a-z0-9.]+@example\.(com|org)$/.test(email), email ?? "");
      assert.ok(phone === null || /^(07700 900\d{3}|01632 960\d{3})$/.test(phone), phone ?? "");
      assert.ok(postcode === null || /^EM\d \d[A-Z]{2}$/.test(postcode), postcode ?? "");
    }
    assert.ok(new Set(stored.map(({ item }) => item.person.name)).size > 1800);
  });

  const allMessages = statement(
    "test-demonstration-messages",
    "select state, way, count(*) as count, min(created_at) as first from messages where council = $1 group by state, way order by state, way",
  );

  test("nothing is left to run: mail is sent, old letters are printed, and a few wait for the printer", async () => {
    assert.equal((await counts(app.database, COUNCIL)).jobs, 0);
    const messages = await app.database.query<{ state: string; way: string; count: number; first: Date }>(allMessages, [COUNCIL]);
    const named = new Map(messages.map((message) => [`${message.way} ${message.state}`, message]));
    assert.deepEqual([...named.keys()].toSorted(), ["email bounced", "email sent", "letter printed", "letter to print"]);
    const waiting = named.get("letter to print");
    assert.ok(waiting && waiting.count > 0 && waiting.count < 40 && dayOf(waiting.first) >= addDays(dayOf(app.clock.now()), -3));
  });

  test("figures are those counted from events and drafts, and completion is believable for each service", async () => {
    // Journeys of more than 28 days ago are deleted, so theirs can't be counted again.
    const before = await fingerprints(app.database, COUNCIL);
    assert.equal(await app.context.measures.rebuild(COUNCIL, addDays(dayOf(app.clock.now()), -27)), 0);
    assert.deepEqual(await fingerprints(app.database, COUNCIL), before);
    const measures = await app.context.measures.monthly(COUNCIL, "2026-05-01", "2026-12-01");
    for (const { id } of app.context.councils.services(COUNCIL)) {
      const count = (...names: readonly string[]): number =>
        measures
          .filter(({ service, channel, measure }) => service === id && channel === "web" && names.includes(measure))
          .reduce((sum, row) => sum + row.count, 0);
      const completion = count("submitted", "ended") / count("started");
      assert.ok(completion > 0.55 && completion < 0.93, `${id} ${completion}`);
      assert.ok(count("ended") > 0, id);
    }
  });

  test("the bytes of every file are in the store", async () => {
    const some = stored.filter(({ item }) =>
      ["primary-school-place", "keep-a-dragon", "store-petrol", "report-a-pothole"].includes(item.service),
    );
    const hashes = new Set<string>();
    for (const { item } of some) for (const file of await filesOfCase(app.database, COUNCIL, item.id)) hashes.add(file.sha256);
    assert.ok(hashes.size >= 7);
    for (const hash of hashes) {
      const bytes = await app.context.files.open(COUNCIL, hash);
      assert.ok(bytes);
      bytes.destroy();
    }
  });

  test("officers and a key are there as the README says, with a password that an officer could choose", async () => {
    const officers = await officersOf(app.database, COUNCIL);
    assert.equal(officers.length, DEMONSTRATION_SIGN_INS.length);
    const council = app.context.councils.get(COUNCIL);
    for (const { email, name, roles, teams } of DEMONSTRATION_SIGN_INS) {
      const officer = await findOfficerByEmail(app.database, COUNCIL, email);
      assert.deepEqual([officer?.name, officer?.roles, officer?.teams], [name, roles, teams]);
      for (const role of roles) assert.ok(council?.roles.has(role), role);
      for (const team of teams) assert.ok(council?.teams.has(team), team);
      assert.equal(passwordProblem(DEMONSTRATION_PASSWORD, [name, email, council?.name ?? ""]), undefined);
    }
    assert.deepEqual((await findApiKey(app.database, COUNCIL, DEMONSTRATION_API_KEY))?.rights, ["cases.submit", "cases.read"]);
  });

  test("a second start makes nothing", async () => {
    const before = await fingerprints(app.database, COUNCIL);
    app.clock.pass(86_400_000);
    await fillWithDemonstration(app.context);
    app.clock.pass(-86_400_000);
    assert.deepEqual(await fingerprints(app.database, COUNCIL), before);
  });

  test("people rang about a few services for reasons, some are known with several cases, and one journey was handed over", async () => {
    const ask = async (text: string) =>
      (await app.database.query<{ count: number }>({ name: "", text, unprepared: true }, [COUNCIL]))[0]?.count ?? 0;
    const calls = await ask("select count(*)::integer as count from calls where council = $1");
    const failures = await ask("select count(*)::integer as count from calls where council = $1 and failure");
    assert.ok(calls > 400 && failures > 0.05 * calls && failures < 0.6 * calls, `${failures} of ${calls} calls`);
    assert.ok((await ask("select count(*)::integer as count from people where council = $1")) > 10);
    assert.equal(await ask("select count(*)::integer as count from person_journeys where council = $1 and link is not null"), 1);
    assert.equal(await app.context.measures.rebuild(COUNCIL, "2027-01-01"), 0);
  });
});
