import { after } from "node:test";

// All tests run in one process, and some wait for what does not keep it alive: a database in the background, a server that was killed.
// Without this, the loop would be empty then, and every test after would be cancelled.
const alive = setInterval(() => undefined, 60_000);
after(() => clearInterval(alive));
