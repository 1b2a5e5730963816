import type { Case } from "../../../cases/case.ts";

/** What the forms of a case that have to do with other cases are for. */
export function togetherPurpose({ id }: Case): string {
  return `together:${id}`;
}
