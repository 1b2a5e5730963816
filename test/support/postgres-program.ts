import { startPostgres } from "../../src/platform/postgres/start-postgres.ts";

// A program of its own for the launcher's tests, so that it can be killed: `node postgres-program.ts <data folder> [shared home]`.
// Says where the server is in one line of JSON, or the code of why not, and stops on SIGTERM.
const [dataFolder = "", home] = process.argv.slice(2);
const say = (line: unknown): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  const postgres = await startPostgres({ dataFolder, log: () => undefined, ...(home === undefined ? {} : { homes: [home] }) });
  process.once("SIGTERM", () => void postgres.stop().then(() => process.exit(0)));
  say({ connection: postgres.connection, where: postgres.where, id: postgres.id() });
} catch (error) {
  say({
    code: error instanceof Error && "code" in error ? error.code : String(error),
    message: error instanceof Error ? error.message : "",
  });
}
