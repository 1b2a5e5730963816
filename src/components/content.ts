import { Html, type Slot } from "./html.ts";

/** What an element holds: plain words, or markup, which wins when both are given. */
export interface Content {
  readonly text?: string | undefined;
  readonly html?: Html | undefined;
}

/** The markup when there is any, else the words. */
export function content(given: Content | undefined): Slot {
  return given === undefined ? undefined : either(given.html, given.text);
}

/** As `content`, for options whose names are not `html` and `text`. */
export function either(html: Html | undefined, text: string | undefined): Slot {
  return hasMarkup(html) ? html : text;
}

/** Whether there is anything to show. */
export function hasContent(given: Content | undefined): boolean {
  return given !== undefined && (hasMarkup(given.html) || Boolean(given.text));
}

/** Whether an option holds markup that is not empty. */
export function hasMarkup(html: Html | undefined): html is Html {
  return html instanceof Html && html.markup !== "";
}
