import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import type { TestApp } from "../support/app.ts";
import { SERVICE } from "./council.ts";
import { ask, newAgent } from "./http.ts";
import { faultsApp, visitor } from "./visitor.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("faults: slow", () => {
  const MINUTE = 60_000;
  const agent = newAgent();

  let app: TestApp;
  let port: number;
  const sockets: Socket[] = [];
  before(async () => {
    app = await faultsApp();
    const { server } = app.app;
    // As shipped: nobody may hold a request open for longer than this.
    assert.ok(server.requestTimeout > 0 && server.requestTimeout <= MINUTE, `${server.requestTimeout}`);
    assert.ok(server.headersTimeout > 0 && server.headersTimeout <= MINUTE, `${server.headersTimeout}`);
    assert.ok(server.timeout > 0 && server.timeout <= MINUTE, `${server.timeout}`);
    // A test cannot wait a minute; the rest is the server's own doing.
    Object.assign(server, { requestTimeout: 600, headersTimeout: 400, connectionsCheckingInterval: 50 });
    port = Number(new URL(await app.listen()).port);
  });
  after(async () => {
    agent.destroy();
    for (const socket of sockets) socket.destroy();
    await app.stop();
  });

  async function open(): Promise<Socket> {
    const socket = connect(port, "127.0.0.1");
    sockets.push(socket);
    socket.on("error", () => undefined);
    await once(socket, "connect");
    return socket;
  }

  /** Writes a letter at a time until the other side has had enough. Gives what it said, and the milliseconds. */
  async function dribble(head: string, body: string): Promise<{ said: string; took: number }> {
    const socket = await open();
    const since = performance.now();
    let said = "";
    socket.on("data", (part: Buffer) => {
      said += part.toString();
    });
    socket.write(head);
    for (const letter of body) {
      if (!socket.writable) break;
      socket.write(letter);
      await pause(10);
    }
    for (let waited = 0; !socket.closed && waited < 300; waited++) await pause(10);
    return { said, took: performance.now() - since };
  }

  test("a form that is sent a letter at a time is cut off, and keeps nothing of it", async () => {
    const ann = await visitor(app);
    await ann.post("cups", { cups: "3" });
    const body = `key=${ann.key}&cups=${"9".repeat(400)}`;
    const head = `POST /services/${SERVICE}/journey/cups HTTP/1.1\r\nhost: localhost\r\ncookie: ${ann.cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n`;
    const { said, took } = await dribble(head, body);
    assert.match(said, /^HTTP\/1\.1 408 /);
    assert.ok(took > 500 && took < 3500, `${took} ms`);
    assert.match((await ann.get("cups")).body, /value="3"/);
  });

  test("headers that are sent a letter at a time are cut off", async () => {
    const { said, took } = await dribble("GET / HTTP/1.1\r\n", `x: ${"y".repeat(400)}`);
    assert.match(said, /^HTTP\/1\.1 408 /);
    assert.ok(took < 3500, `${took} ms`);
  });

  test("two thousand idle connections stop nobody", async () => {
    for (let made = 0; made < 2000; made += 200) await Promise.all(Array.from({ length: 200 }, open));
    const since = performance.now();
    for (let asked = 0; asked < 20; asked++) assert.equal((await ask(agent, port, { path: `/services/${SERVICE}` })).status, 200);
    const took = performance.now() - since;
    assert.ok(took < 2000, `20 pages took ${Math.round(took)} ms`);
  });
});
