import { startGuildhall } from "./start.ts";

await startGuildhall(process);
