import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { seededChance } from "../../src/demonstration/chance.ts";
import { createApiKey } from "../../src/people/api-keys.ts";
import { systemIds } from "../../src/platform/ids.ts";
import { testDatabase } from "../support/database.ts";
import { check, jobsLeft } from "./check.ts";
import { COUNCIL, SERVICE } from "./council.ts";
import { newDiary } from "./diary.ts";
import type { Diary } from "./diary.ts";
import { ask, cookiesOf, formBody, keyOf, newAgent } from "./http.ts";
import { live, mannerOf } from "./person.ts";
import type { Site } from "./person.ts";
import { databaseProcesses, end, NotStarted, premises } from "./program.ts";
import type { Premises, Running } from "./program.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("faults: stop", () => {
  const HOME = `/services/${SERVICE}`;
  const skip = process.platform !== "linux" && "finds processes by /proc";

  let place: Premises;
  before(async () => {
    place = await premises();
  });
  after(() => place.close());

  /** A journey at its first screen, on connections of its own. */
  async function begun({ port }: Running) {
    const agent = newAgent();
    const start = keyOf((await ask(agent, port, { path: HOME })).body) ?? "";
    const cookie = cookiesOf(await ask(agent, port, { path: `${HOME}/start`, ...formBody({ key: start }) })).join("; ");
    const key = keyOf((await ask(agent, port, { path: `${HOME}/journey/cups`, headers: { cookie } })).body) ?? "";
    return { agent, cookie, key };
  }

  /** What a socket has received once the other side has ended it. */
  async function rest(socket: Socket): Promise<string> {
    let text = "";
    socket.on("data", (part: Buffer) => {
      text += part.toString();
    });
    await once(socket, "close");
    return text;
  }

  test(
    "told to stop, it finishes the request that is half sent, takes no new ones, ends well, and goes on after a start",
    { skip },
    async () => {
      const running = await place.start();
      const { agent, cookie, key } = await begun(running);
      const body = new URLSearchParams({ key, cups: "12" }).toString();
      const socket = connect(running.port, "127.0.0.1");
      await once(socket, "connect");
      const answer = rest(socket);
      const head = [
        `POST ${HOME}/journey/cups HTTP/1.1`,
        "host: localhost",
        `cookie: ${cookie}`,
        "content-type: application/x-www-form-urlencoded",
      ];
      socket.write(`${head.join("\r\n")}\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
      await pause(100);

      const ended = end(running, "SIGTERM");
      await pause(150);
      await assert.rejects(ask(newAgent(), running.port, { path: "/health/live" }), "no new connection is taken");
      socket.write(body.slice(10));
      assert.match(await answer, /^HTTP\/1\.1 303 /);
      assert.equal(await ended, 0);
      agent.destroy();

      const again = await place.start();
      const own = newAgent();
      const page = await ask(own, again.port, { path: `${HOME}/journey/cups`, headers: { cookie } });
      own.destroy();
      assert.match(page.body, /name="cups"[^>]*value="12"|value="12"[^>]*name="cups"/);
      assert.equal(await end(again, "SIGTERM"), 0);
    },
  );

  test("someone who never finishes asking does not keep the stop from ending in order", { skip }, async () => {
    const running = await place.start();
    const socket = connect(running.port, "127.0.0.1");
    socket.on("error", () => undefined);
    await once(socket, "connect");
    socket.write(
      `POST ${HOME}/start HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nkey=`,
    );
    await pause(100);
    assert.equal(await end(running, "SIGTERM"), 0);
    socket.destroy();
    assert.deepEqual(databaseProcesses(running.cluster ?? ""), [], "the database is stopped with it");
  });

  test("a second start on the same folder says plainly that one is running, and harms nothing", { skip }, async () => {
    const running = await place.start();
    await assert.rejects(place.start(), (error) => {
      assert.ok(error instanceof NotStarted);
      assert.equal(error.exitCode, 1);
      assert.match(
        error.message,
        /^Guildhall cannot start\. Guildhall is already running on the folder .*\(process \d+\)\. Stop that one first/,
      );
      return true;
    });
    const agent = newAgent();
    assert.equal((await ask(agent, running.port, { path: "/health/ready" })).status, 200);
    agent.destroy();
    assert.equal(await end(running, "SIGTERM"), 0);
  });

  test("two programs over one database share the work without doubling it, also when one is killed", { skip }, async (t) => {
    const database = await testDatabase();
    const { host, database: name, user } = database.connection;
    const url = `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(host)}`;
    const other = await premises();
    t.after(async () => {
      await other.close();
      await database.close();
    });
    const settings = { DATABASE_URL: url };
    const [one, two] = await Promise.all([place.start({ settings }), other.start({ settings })]);
    const key = await createApiKey(
      { database, ids: systemIds() },
      { council: COUNCIL, name: "faults", rights: ["cases.submit"] },
      new Date(),
    );
    const site = ({ port }: Running): Site => ({ port, calm: false, acknowledged: [], apiKey: key.text });
    const [near, far] = [site(one), site(two)];
    const chance = seededChance(7);
    const diaries: Diary[] = [];
    const seat = async (at: Site, number: number): Promise<void> => {
      for (let count = 0; !at.calm; count++) {
        const diary = newDiary(`two-${number}-${count}@example.com`, number % 2 === 0 ? "web" : "api");
        diaries.push(diary);
        await live(at, diary, { ...mannerOf(chance), uploads: false }, count + 1);
      }
    };
    const crowd = Array.from({ length: 8 }, (_, number) => seat(number % 4 < 2 ? near : far, number));
    await pause(1200);
    await end(two, "SIGKILL");
    // Whoever was with the one that is gone comes to the other, as behind a load balancer.
    far.port = one.port;
    await pause(600);
    near.calm = true;
    far.calm = true;
    await Promise.all(crowd);
    for (let waited = 0; waited < 100 && (await jobsLeft(database)).left > 0; waited++) await pause(50);
    const verdict = await check(database, `${place.folder}/data`, diaries);
    assert.deepEqual(verdict.wrong, []);
    assert.ok(verdict.cases > 10, `${verdict.cases} cases`);
    assert.equal(await end(one, "SIGTERM"), 0);
  });
});
