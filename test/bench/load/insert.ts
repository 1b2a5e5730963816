import { connect } from "node:net";
import type { Socket } from "node:net";

import { Client } from "pg";

import { systemIds } from "../../../src/platform/ids.ts";
import type { Turn } from "./client.ts";

/** What the bare insert writes to: one row of a council, an id and as many bytes as a submission writes. */
export const BARE_TABLE = "create table bare (council text not null, id uuid not null, body text not null, primary key (council, id))";
const INSERT = "insert into bare (council, id, body) values ($1, $2, $3)";

const ids = systemIds();

/** Inserts one row after another, each committed alone, through the driver that the program uses. */
export async function insertByDriver(address: string, bytes: number): Promise<Turn> {
  const client = new Client(address);
  await client.connect();
  const body = "x".repeat(bytes);
  return async () => {
    await client.query({ name: "bare", text: INSERT, values: ["bench", ids.uuid(new Date()), body] });
    return 1;
  };
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** A message of the protocol: its letter, its length, its parts. The first message of a connection has no letter. */
function message(letter: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(letter, "latin1"), int32(body.length + 4), body]);
}

const READY = "Z".charCodeAt(0);
const FAILED = "E".charCodeAt(0);

/** Reads what the server says and settles each time that it is ready for more. */
function conversation(socket: Socket): (said: Buffer) => Promise<void> {
  let held: Buffer = Buffer.alloc(0);
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  socket.on("error", (error) => settle?.reject(error));
  socket.on("data", (part) => {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    while (held.length >= 5 && held.length >= 1 + held.readInt32BE(1)) {
      const [letter, end] = [held[0], 1 + held.readInt32BE(1)];
      if (letter === FAILED) settle?.reject(new Error(`The database refused: ${held.toString("utf8", 5, end)}`));
      held = held.subarray(end);
      if (letter === READY) settle?.resolve();
    }
  });
  return (said) =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
      socket.write(said);
    });
}

/** The same insert as pgbench sends it: prepared once, then bind, execute and sync, with no driver in between. The embedded database asks no password. */
export async function insertByWire(address: string, bytes: number): Promise<Turn> {
  const { hostname, port, username, pathname } = new URL(address);
  const socket = connect(`${decodeURIComponent(hostname)}/.s.PGSQL.${port}`);
  const say = conversation(socket);
  const who = ["user", username, "database", pathname.slice(1)].map(text);
  await say(message("", int32(196_608), ...who, Buffer.from([0])));
  const sync = message("S");
  await say(Buffer.concat([message("P", text("bare"), text(INSERT), int16(0)), sync]));
  const value = (given: string): Buffer => Buffer.concat([int32(Buffer.byteLength(given)), Buffer.from(given)]);
  const [council, body] = [value("bench"), value("x".repeat(bytes))];
  const execute = message("E", text(""), int32(0));
  return async () => {
    const bind = message("B", text(""), text("bare"), int16(0), int16(3), council, value(ids.uuid(new Date())), body, int16(0));
    await say(Buffer.concat([bind, execute, sync]));
    return 1;
  };
}
