import type { Browser, Page } from "playwright-core";

/** A phone, which is also what 400 % zoom makes of a 1280 pixel window, and a desk. */
export const WIDTHS = [320, 1280] as const;

/** A window that notes what the browser complains of: scripts and styles that the policy stops, errors of scripts. */
export interface Window {
  /** Shows a page, and gives the complaints. */
  show(address: string): Promise<readonly string[]>;
  readonly page: Page;
}

export async function openWindow(browser: Browser): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  return {
    page,
    async show(address) {
      complaints.length = 0;
      await page.goto(address);
      return [...complaints];
    },
  };
}

/** Opens all that is folded away. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })");
}

/**
 * Everything of axe that WCAG 2.2 AA and good practice ask, and what it only tries out. Level AAA is not the bar. No page may
 * stand in a frame, so none is looked for.
 */
const RUN = `axe.run({
  resultTypes: ["violations"],
  iframes: false,
  selectors: false,
  rules: Object.fromEntries(axe.getRules().filter(({ tags }) => !tags.includes("wcag2aaa")).map(({ ruleId }) => [ruleId, { enabled: true }])),
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(" | ")))`;

/** What axe finds wrong with the page as it stands. */
export async function violations(page: Page): Promise<readonly string[]> {
  // From the gallery, not by `evaluate`: so the browser compiles half a megabyte of it once.
  if (await page.evaluate<boolean>("globalThis.axe === undefined")) await page.addScriptTag({ url: "/axe.js" });
  return page.evaluate<readonly string[]>(RUN);
}

/** A page as scripts left it, but for the marks by which they know what they have seen to: what it is about, and what stands around that. */
export interface Markup {
  readonly main: string;
  readonly frame: string;
}

const MARKUP = `(() => {
  const body = document.body.cloneNode(true);
  body.classList.remove("js-enabled", "govuk-frontend-supported");
  for (const e of body.querySelectorAll("*")) {
    for (const { name } of [...e.attributes]) if (/^data-govuk-.*-init$/.test(name)) e.removeAttribute(name);
  }
  const main = body.querySelector("main");
  main?.remove();
  return { main: main?.outerHTML ?? "", frame: body.outerHTML };
})()`;

export function markup(page: Page): Promise<Markup> {
  return page.evaluate<Markup>(MARKUP);
}

/** The spacing that a person may set and lose nothing: WCAG 2.2, success criterion 1.4.12. */
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** Sets or takes back a person's own spacing. A style sheet made by a script is a person's own: the site's policy does not speak of it. */
export async function space(page: Page, on: boolean): Promise<void> {
  await page.evaluate(
    `document.adoptedStyleSheets = ${on} ? [(() => { const s = new CSSStyleSheet(); s.replaceSync(${JSON.stringify(SPACING)}); return s })()] : []`,
  );
}

/** What does not fit: a page wider than its window, and boxes that cut off what is in them. A box of one pixel is for screen readers alone. */
const OVERFLOW = `(() => {
  const name = (e) => e.tagName.toLowerCase() + (e.id && "#" + e.id) + " " + e.className;
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) {
    found.push("the page is " + document.documentElement.scrollWidth + " wide: " +
      [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth && !e.closest(".guildhall-scroll")).slice(0, 3).map(name));
  }
  for (const e of document.querySelectorAll("body *")) {
    if (e.clientWidth <= 1 || /^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName)) continue;
    const { overflowX, overflowY } = getComputedStyle(e);
    if (/hidden|clip/.test(overflowX) && e.scrollWidth > e.clientWidth + 1) found.push(name(e) + " cuts off its sides");
    if (/hidden|clip/.test(overflowY) && e.scrollHeight > e.clientHeight + 1) found.push(name(e) + " cuts off its foot");
  }
  return found;
})()`;

export function overflow(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(OVERFLOW);
}

/** What can be tabbed to in the order of the page; each must look different when it has the focus, be somewhere, and come in that order. */
const FOCUS = `(() => {
  const name = (e) => e.tagName.toLowerCase() + (e.id && "#" + e.id) + " " + e.textContent.trim().slice(0, 40);
  const look = (e) => { const s = getComputedStyle(e); return [s.outline, s.boxShadow, s.backgroundColor, s.color, s.borderColor].join() };
  const shown = (e) => { const s = getComputedStyle(e); return s.visibility !== "hidden" && e.getClientRects().length > 0 };
  const kind = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const found = [];
  const before = document.activeElement;
  for (const e of document.querySelectorAll(kind)) {
    if (e.tabIndex > 0) found.push(name(e) + " is taken out of the page's order");
    if (e.tabIndex < 0 || e.disabled || !shown(e)) continue;
    // A radio button and a box to tick are painted by their label.
    const painted = e.matches("[type=radio], [type=checkbox]") ? [e, e.nextElementSibling] : [e];
    const looks = () => painted.map((p) => p && look(p) + getComputedStyle(p, "::before").boxShadow + getComputedStyle(p, "::before").outline).join();
    e.blur();
    const plain = looks();
    e.focus({ focusVisible: true });
    if (document.activeElement !== e) found.push(name(e) + " does not take the focus");
    else if (looks() === plain) found.push(name(e) + " looks the same with the focus");
  }
  before?.focus?.();
  return found;
})()`;

export function focusFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(FOCUS);
}

/** An error summary has the focus as soon as scripts run; each of its links goes to something that a person can type or choose in. */
const SUMMARY = `(() => {
  const summary = document.querySelector(".govuk-error-summary");
  if (summary === null) return [];
  const found = document.body.matches(".js-enabled") && document.activeElement !== summary ? ["the error summary does not have the focus"] : [];
  const links = [...summary.querySelectorAll("a")];
  if (links.length === 0) found.push("the error summary has no links");
  for (const link of links) {
    const to = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    to?.focus();
    const box = to?.matches("input:not([type=hidden]), select, textarea");
    // With scripts a file's box is inside a drop zone, whose button takes its place.
    if (!box && !to?.matches("button")) found.push(link.textContent + " goes to " + link.hash + ", which is no input");
    else if (document.activeElement !== to) found.push(link.textContent + " goes to " + link.hash + ", which does not take the focus");
  }
  return found;
})()`;

export function summaryFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(SUMMARY);
}
