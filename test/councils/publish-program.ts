import { carryOut } from "../../src/councils/carry-out.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { openDatabase } from "../../src/platform/database.ts";

// A program of its own that publishes a text, for a test that kills it half-way. Its argument is JSON.
const { connection, council, text, key } = JSON.parse(process.argv[2] ?? "{}");
const database = await openDatabase(connection, { connections: 1 });
const actor = { by: "operator", officer: null, reason: "From a program that is killed" } as const;
const definition = { service: "lend-a-drill", file: { name: "lend-a-drill.yaml", text }, fragments: new Map(), registers: new Map() };
const asking = { council, service: "lend-a-drill", actor, key };
process.stdout.write("publishing\n");
await carryOut({ database, clock: systemClock }, asking, { kind: "publish", text: definition });
process.stdout.write("published\n");
await database.close();
