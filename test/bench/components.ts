import { radios } from "../../src/components/radios.ts";
import { questionsPage } from "../components/sample-page.ts";
import { html, type Html } from "../../src/components/html.ts";
import { errorSummary } from "../../src/components/error-summary.ts";
import { backLink } from "../../src/components/back-link.ts";
import { button } from "../../src/components/button.ts";
import { page } from "../../src/components/page.ts";

/** Milliseconds spent on each figure. */
const TIME = 400;

const WORK: Readonly<Record<string, (error: boolean) => Html>> = {
  "radios in a fieldset": question,
  "a whole page with one question": onePage,
  "a whole page with ten questions": questionsPage,
};

/** How many of each are written in a second, every other one with errors. */
export function benchComponents(): { name: string; perSecond: number }[] {
  return Object.entries(WORK).map(([name, work]) => ({ name, perSecond: rate(work) }));
}

function question(error: boolean): Html {
  return radios({
    name: "width",
    fieldset: { legend: { text: "How wide is it?", isPageHeading: true, classes: "govuk-fieldset__legend--l" } },
    hint: { text: "Measure at the widest point" },
    errorMessage: error ? { text: "Select how wide it is" } : undefined,
    items: [
      { value: "small", text: "Smaller than a dinner plate" },
      { value: "large", text: "Larger than a dinner plate", hint: { text: "More than 30 cm" } },
    ],
    value: "small",
  });
}

function onePage(error: boolean): Html {
  const summary =
    error && errorSummary({ titleText: "There is a problem", errorList: [{ text: "Select how wide it is", href: "#width" }] });
  return page({
    council: { name: "Eastmere Borough Council", brand: "#00563f" },
    title: "How wide is it?",
    service: { name: "Report a pothole", url: "/report-a-pothole" },
    error,
    before: backLink({ href: "/report-a-pothole/where" }),
    main: html`${summary}
      <form method="post" novalidate>${question(error)}${button({ text: "Continue" })}</form>`,
    footerLinks: [
      { text: "Accessibility", href: "/accessibility" },
      { text: "Privacy", href: "/privacy" },
    ],
  });
}

function rate(work: (error: boolean) => Html): number {
  // The first second of a process is slower than all later ones, which are what is asked about.
  for (let i = 0; i < 5000; i++) work(i % 2 === 0);
  const start = performance.now();
  let done = 0;
  let length = 0;
  while (performance.now() - start < TIME) {
    for (let i = 0; i < 100; i++) length += work(i % 2 === 0).markup.length;
    done += 100;
  }
  // Using the result keeps the compiler from leaving out the work.
  if (length === 0) throw new Error("nothing was written");
  return Math.round((done * 1000) / (performance.now() - start));
}
