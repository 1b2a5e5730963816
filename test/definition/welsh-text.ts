import { readFileSync } from "node:fs";

/** A sound definition with all its Welsh, and the fragment it takes in. */
export const WELSH = readFileSync(`${import.meta.dirname}/borrow-in-welsh.yaml`, "utf8");
export const WELSH_FRAGMENT = readFileSync(`${import.meta.dirname}/who-in-welsh.yaml`, "utf8");
/** The same without its Welsh. */
export const ENGLISH = WELSH.slice(0, WELSH.indexOf("welsh:\n"));
