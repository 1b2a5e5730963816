import { FILE_PROBLEMS_WELSH } from "../../platform/files/file-problems-welsh.ts";
import type { FileProblem } from "../../platform/files/receive.ts";
import type { Visit } from "./visit.ts";

/** What is wrong with a file, in the reader's language. */
export function fileWords({ code, message }: FileProblem, { language }: Pick<Visit, "language">): string {
  return language === "cy" ? FILE_PROBLEMS_WELSH[code] : message;
}
