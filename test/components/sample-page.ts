import { accordion } from "../../src/components/accordion.ts";
import { backLink } from "../../src/components/back-link.ts";
import { breadcrumbs } from "../../src/components/breadcrumbs.ts";
import { button } from "../../src/components/button.ts";
import { characterCount } from "../../src/components/character-count.ts";
import { checkboxes } from "../../src/components/checkboxes.ts";
import { dateInput } from "../../src/components/date-input.ts";
import { details } from "../../src/components/details.ts";
import { errorSummary } from "../../src/components/error-summary.ts";
import { fileUpload } from "../../src/components/file-upload.ts";
import { type Html, html } from "../../src/components/html.ts";
import { input } from "../../src/components/input.ts";
import { insetText } from "../../src/components/inset-text.ts";
import { languageNavigation } from "../../src/components/language-navigation.ts";
import { notificationBanner } from "../../src/components/notification-banner.ts";
import { page } from "../../src/components/page.ts";
import { pagination } from "../../src/components/pagination.ts";
import { panel } from "../../src/components/panel.ts";
import { passwordInput } from "../../src/components/password-input.ts";
import { radios } from "../../src/components/radios.ts";
import { select } from "../../src/components/select.ts";
import { summaryList } from "../../src/components/summary-list.ts";
import { table } from "../../src/components/table.ts";
import { tabs } from "../../src/components/tabs.ts";
import { tag } from "../../src/components/tag.ts";
import { taskList } from "../../src/components/task-list.ts";
import { textarea } from "../../src/components/textarea.ts";
import { warningText } from "../../src/components/warning-text.ts";

const council = { name: "Eastmere Borough Council", brand: "#00563f" };
const links = ["Accessibility", "Privacy", "Performance"].map((text) => ({ text, href: `/${text.toLowerCase()}` }));
const service = { name: "Report a pothole", url: "/report-a-pothole" };

/** A page of questions of every kind; with `error`, something is wrong with each. */
export function questionsPage(error: boolean): Html {
  const wrong = (text: string) => (error ? { errorMessage: { text } } : {});
  const summary = error && errorSummary({ titleText: "There is a problem", errorList: [{ text: "Enter your full name", href: "#name" }] });
  return page({
    council,
    title: "Tell us about the pothole",
    service,
    error,
    footerLinks: links,
    before: backLink({ href: "/report-a-pothole/where" }),
    phase: { tag: { text: "Beta" }, html: html`This is a new service. <a class="govuk-link" href="/feedback">Give your feedback</a>.` },
    main: html`${summary}
      <h1 class="govuk-heading-l">Tell us about the pothole</h1>
      <form method="post" novalidate>${questions(wrong)}${button({ text: "Continue", preventDoubleClick: true })}</form>`,
  });
}

const legend = (text: string) => ({ legend: { text, classes: "govuk-fieldset__legend--m" } });

type Wrong = (text: string) => { errorMessage?: { text: string } };

function questions(wrong: Wrong): Html {
  const sizes = [
    { value: "small", text: "Smaller than a dinner plate" },
    { divider: "or" },
    { value: "large", text: "Larger", hint: { text: "More than 30 cm" } },
  ];
  return html`${input({ name: "name", label: { text: "Full name" }, autocomplete: "name", ...wrong("Enter your full name") })}
  ${input({ name: "cost", label: { text: "What did the repair cost, in pounds?" }, prefix: { text: "£" }, suffix: { text: "in all" }, inputmode: "decimal" })}
  ${textarea({ name: "what", label: { text: "What happened?" }, hint: { text: "Do not name anybody" }, ...wrong("Enter what happened") })}
  ${characterCount({ name: "more", label: { text: "Anything else?" }, maxlength: 200, ...wrong("It must be 200 characters or fewer") })}
  ${radios({ name: "size", fieldset: legend("How wide is it?"), items: sizes, value: "large", ...wrong("Select how wide it is") })}
  ${checkboxes({ name: "who", fieldset: legend("Who uses the road?"), hint: { text: "Select all that apply" }, items: [{ value: "a", text: "Cyclists" }, { value: "b", text: "Buses", hint: { text: "School buses too" } }, { divider: "or" }, { value: "none", text: "Nobody", behaviour: "exclusive" }], ...wrong("Select who uses the road") })}
  ${dateInput({ id: "seen", namePrefix: "seen", fieldset: legend("When did you see it?"), hint: { text: "For example, 27 3 2026" }, ...wrong("Enter the date you saw it") })}
  ${select({
    name: "ward",
    label: { text: "Ward" },
    items: [
      { value: "", text: "Choose a ward" },
      { value: "1", text: "Harbour" },
    ],
    value: "1",
    ...wrong("Select a ward"),
  })}
  ${fileUpload({ name: "photos", label: { text: "Add a photo" }, multiple: true, ...wrong("The photo must be smaller than 10 MB") })}
  ${passwordInput({ name: "password", label: { text: "Password" }, ...wrong("Enter your password") })}`;
}

const cells = (...texts: string[]) => texts.map((text) => ({ text }));

/** A page that shows things, as wide as the screen, with everything that is not a question. */
export function factsPage(): Html {
  const actions = { items: [{ href: "/change", text: "Change", visuallyHiddenText: "name" }] };
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value }, actions });
  return page({
    council,
    title: "Cases",
    wide: true,
    navigation: [
      { text: "Cases", href: "/desk/cases", current: true },
      { text: "Figures", href: "/desk/figures" },
    ],
    account: languageNavigation({
      items: [
        { text: "English", lang: "en" },
        { text: "Cymraeg", lang: "cy", href: "/cy" },
      ],
    }),
    footerLinks: links,
    before: breadcrumbs({ items: [{ text: "Desk", href: "/desk" }, { text: "Cases" }] }),
    main: html` ${notificationBanner({ html: html`<p class="govuk-notification-banner__heading">The case was assigned to you.</p>`, type: "success" })}
    ${panel({ titleText: "Report received", html: html`Your reference is<br><strong>EM-7K2-9QF</strong>` })}
    ${tag({ text: "Late", classes: "govuk-tag--red" })}
    ${insetText({ text: "We answer within 5 working days." })}${warningText({ text: "You can be fined for a false report." })}
    ${details({ summaryText: "What counts as danger", text: "A hole deeper than a hand." })}
    ${summaryList({ rows: [row("Name", "Asha Patel"), row("Where", "High Street")] })}
    ${summaryList({ card: { title: { text: "Contact" } }, rows: [{ key: { text: "Email" }, value: { text: "asha@example.org" } }] })}
    ${table({ caption: "Cases", head: cells("Reference", "Stage"), rows: [cells("EM-7K2-9QF", "Received")], firstCellIsHeader: true })}
    ${taskList({
      items: [
        { title: { text: "Inspect" }, href: "/inspect", hint: { text: "By Friday" }, status: { tag: { text: "Not started" } } },
        { title: { text: "Repair" }, status: { text: "Cannot start yet" } },
      ],
    })}
    ${tabs({
      title: "Views",
      items: [
        { label: "Open", id: "open", panel: { text: "3 cases" } },
        { label: "Closed", id: "closed", panel: { text: "9 cases" } },
      ],
    })}
    ${pagination({ previous: { href: "/1" }, next: { href: "/3" }, items: [{ number: 1, href: "/1" }, { number: 2, href: "/2", current: true }, { ellipsis: true }, { number: 9, href: "/9" }] })}
    ${button({ text: "Start now", href: "/start", isStartButton: true })}`,
  });
}

/** What govuk-frontend's own scripts make of these is faulted by axe, so our pages do without them; their markup is sound. */
export function unusedPage(): Html {
  const conditional = { html: input({ name: "other", label: { text: "What is it?" } }) };
  return page({
    council,
    title: "Not used",
    main: html` ${radios({ name: "size", fieldset: { legend: { text: "How wide is it?" } }, items: [{ value: "other", text: "Something else", conditional }] })}
    ${fileUpload({ name: "photos", label: { text: "Add a photo" }, javascript: true })}
    ${accordion({ id: "history", items: [{ heading: { text: "History" }, content: { text: "Received on 3 March" } }] })}`,
  });
}
