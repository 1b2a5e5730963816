import { deskPages } from "../desk/desk-pages.ts";
import type { Shown } from "./shown-page.ts";
import { shownPages } from "./shown-pages.ts";

/** Every kind of page that a resident or an officer meets, gone to once in a run. */
export async function everyPage(): Promise<readonly Shown[]> {
  return [...(await shownPages()), ...(await deskPages())];
}
