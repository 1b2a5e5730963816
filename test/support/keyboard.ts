import type { Page } from "playwright-core";

const MOST_TABS = 80;
/** What Tab comes to first on every page. */
const FIRST = "Skip to main content";

/** What has the focus, as a person knows it. */
interface Focused {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly words: string;
  readonly checked: boolean;
}

const FOCUSED = `(() => {
  const e = document.activeElement;
  const words = (e.labels?.[0] ?? e).textContent.replace(/\\s+/g, " ").trim();
  return { name: e.getAttribute("name") ?? "", type: e.type ?? e.tagName.toLowerCase(), value: String(e.value ?? ""), words, checked: e.checked === true };
})()`;

export function focused(page: Page): Promise<Focused> {
  return page.evaluate<Focused>(FOCUSED);
}

/** Presses Tab until what is wanted has the focus. Throws where that needs a second way round the page: what comes next stands next. */
export async function tabTo(page: Page, wanted: (at: Focused) => boolean, what: string): Promise<Focused> {
  let at = await focused(page);
  const top = at.type === "body";
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (wanted(at)) return at;
    await page.keyboard.press("Tab");
    at = await focused(page);
    if (at.words === FIRST && !(top && tabs === 0)) break;
  }
  throw new Error(`Tab never came to ${what} on ${page.url()}`);
}

/** Goes to a link or button by Tab and presses Enter. */
export async function enter(page: Page, words: string): Promise<void> {
  await tabTo(page, (at) => at.words === words, `"${words}"`);
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.keyboard.press("Enter")]);
}

/** Answers one field by keyboard alone: typed, ticked with Space, or chosen with the arrows. */
export async function answer(page: Page, name: string, wanted: readonly string[]): Promise<void> {
  const at = await tabTo(page, (at) => at.name === name, `the field ${name}`);
  const [value = ""] = wanted;
  if (at.type === "radio") return chooseRadio(page, value);
  if (at.type === "checkbox") return tick(page, at, wanted);
  if (at.type === "select-one") return chooseOption(page, value);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(value);
}

async function chooseRadio(page: Page, value: string): Promise<void> {
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 20 && (await focused(page)).value !== value; presses++) await page.keyboard.press("ArrowDown");
  const at = await focused(page);
  if (!at.checked || at.value !== value) throw new Error(`The arrows never came to ${value}`);
}

async function tick(page: Page, first: Focused, wanted: readonly string[]): Promise<void> {
  let at = first;
  while (at.name === first.name) {
    if (wanted.includes(at.value) !== at.checked) await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    at = await focused(page);
  }
  // Back to the last of them, so that the next Tab goes on from there.
  await page.keyboard.press("Shift+Tab");
}

async function chooseOption(page: Page, value: string): Promise<void> {
  await page.keyboard.press("Home");
  for (let presses = 0; presses < 50 && (await focused(page)).value !== value; presses++) await page.keyboard.press("ArrowDown");
  if ((await focused(page)).value !== value) throw new Error(`The arrows never came to ${value}`);
}
