import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";

// Half of a start is stripping types and compiling. What comes of it is kept beside the packages, where only those can write who can
// change the program itself; where nobody can, the start is as long as the first.
enableCompileCache(join(import.meta.dirname, "..", "node_modules", ".cache", "guildhall"));
const { startGuildhall } = await import("./start.ts");

await startGuildhall(process);
// Written now and not at the end, which a killed program never comes to.
flushCompileCache();
