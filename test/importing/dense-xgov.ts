type Keys = Readonly<Record<string, unknown>>;

/** A component of each type of the XGov form builder and what councils have added to it, with every key. */
const COMPONENTS: readonly (readonly [string, Keys, Keys])[] = [
  [
    "TextField",
    { autocomplete: "name", allow: "letters", customValidationMessage: "Say who", exposeToContext: true },
    { min: 3, max: 40, regex: "^[a-z]+$", error: "wrong" },
  ],
  ["TextField", { required: false, classes: "wide", optionalText: true }, { length: 8 }],
  ["MultilineTextField", { rows: 5, maxWords: 80 }, { min: 2, max: 900 }],
  ["FreeTextField", {}, { max: 500 }],
  ["YesNoField", { condition: "isTall" }, {}],
  ["DateField", { maxDaysInFuture: 9 }, {}],
  ["TimeField", {}, {}],
  ["DateTimeField", {}, {}],
  ["DatePartsField", { maxDaysInPast: 30 }, {}],
  ["MonthYearField", {}, {}],
  ["DateTimePartsField", {}, {}],
  ["SelectField", { autocomplete: "country-name" }, {}],
  ["AutocompleteField", {}, {}],
  ["RadiosField", { bold: true }, {}],
  ["CheckboxesField", { divider: "or", finalValue: "none" }, { max: 2 }],
  ["NumberField", { prefix: "£", suffix: "a month" }, { min: 1, max: 90, precision: 2, integer: false }],
  ["UkAddressField", {}, {}],
  ["TelephoneNumberField", { customValidationMessage: "Which number" }, {}],
  ["EmailAddressField", {}, {}],
  ["WebsiteField", { customValidationMessage: "Which website" }, {}],
  ["FileUploadField", { multiple: false }, {}],
  ["ClientSideFileUploadField", { dropzoneConfig: { maxFiles: 5 } }, {}],
  ["MapField", { zoom: 12 }, { tiles: 3 }],
  ["Para", { condition: "isTall" }, {}],
  ["Html", {}, {}],
  ["InsetText", {}, {}],
  ["Details", {}, {}],
  ["FlashCard", {}, {}],
  ["List", {}, {}],
];

const LISTED = new Set(["SelectField", "AutocompleteField", "RadiosField", "CheckboxesField", "List", "FlashCard"]);
const SHOWN = new Set(["Para", "Html", "InsetText", "Details"]);

function letter(index: number): string {
  return `${String.fromCodePoint(97 + (index % 26))}${index > 25 ? "x" : ""}`;
}

function component([type, options, schema]: readonly [string, Keys, Keys], index: number): object {
  const name = `part${letter(index)}`;
  return {
    type,
    name,
    title: `Title of ${type} ${name}`,
    ...(SHOWN.has(type) ? { content: `Content of ${type} ${name}` } : { hint: `Hint of ${name}`, content: `More of ${name}` }),
    ...(LISTED.has(type) ? { list: "sizes" } : {}),
    nameHasError: false,
    options,
    schema,
  };
}

function test(name: string, type: string, operator: string, value: object, coordinator?: string): object {
  return { field: { name, type, display: `Field ${name}` }, operator, value, ...(coordinator === undefined ? {} : { coordinator }) };
}

function value(text: string): object {
  return { type: "Value", value: text, display: `Shown ${text}` };
}

const MULTI = {
  type: "MultiInputField",
  name: "costs",
  title: "Title of the costs",
  hint: "Hint of the costs",
  options: { columnTitles: ["What", "How much"] },
  schema: {},
  children: [
    { type: "TextField", name: "what", title: "Title of what", options: {}, schema: { min: 4 } },
    { type: "NumberField", name: "cost", title: "Title of cost", options: {}, schema: {} },
  ],
};

/** Pages of all kinds, linked with each other, around all components. */
export function denseXgov(): object {
  const plain = COMPONENTS.map((each, index) => ({
    path: `/page-${letter(index)}`,
    title: `Heading ${letter(index)}`,
    section: "about",
    components: [component(each, index)],
  }));
  const special = [
    {
      path: "/costs",
      title: "What does it cost?",
      controller: "RepeatingFieldPageController",
      options: { summaryDisplayMode: { samePage: true }, customText: { samePageTitle: "The costs so far" } },
      components: [MULTI],
    },
    {
      path: "/again",
      title: "Who else?",
      repeatField: "partp",
      components: [component(["TextField", {}, {}], 40), component(["RadiosField", {}, {}], 41)],
    },
    {
      path: "/born",
      title: "When were you born?",
      controller: "DobPageController",
      components: [component(["DatePartsField", {}, {}], 42)],
      backLinkFallback: "/page-a",
      disableBackLink: true,
      sidebarContent: { text: "Beside the page" },
    },
    {
      path: "/odd",
      title: "An odd page",
      controller: "./pages/odd.ts",
      components: [component(["YesNoField", {}, {}], 43)],
      disableSingleComponentAsHeading: true,
    },
    {
      path: "/two",
      title: "Two at once",
      components: [component(["TextField", {}, {}], 44), component(["TextField", {}, {}], 45), component(["Para", {}, {}], 46)],
    },
  ];
  const asked = [...plain, ...special];
  const pages = asked.map((page, index) => {
    const next = asked[index + 1]?.path ?? "/senior";
    return {
      ...page,
      next: [
        { path: next },
        ...(index === 3 ? [{ path: "/too-tall", condition: "isTall" }] : []),
        ...(index === 8 ? [{ redirect: "https://eastmere.example/elsewhere", path: "/page-j", condition: "isBig" }] : []),
      ],
    };
  });
  const conditions = [
    {
      name: "isTall",
      displayName: "Condition tall",
      value: {
        name: "isTall",
        conditions: [
          test("about.parta", "TextField", "is longer than", value("35")),
          test("about.partb", "TextField", "is", value("Adalbert"), "or"),
        ],
      },
    },
    {
      name: "isOld",
      displayName: "Condition old",
      value: {
        name: "isOld",
        conditions: [
          test("partqx", "DatePartsField", "is at least", {
            type: "RelativeTime",
            timePeriod: "60",
            timeUnit: "years",
            direction: "in the past",
            timeOnly: false,
          }),
          {
            coordinator: "and",
            conditions: [
              test("about.partp", "NumberField", "is at most", value("30")),
              test("about.partn", "RadiosField", "is not", value("large"), "or"),
            ],
          },
        ],
      },
    },
    {
      name: "isBig",
      displayName: "Condition big",
      value: {
        name: "isBig",
        conditions: [
          { conditionName: "isTall", conditionDisplayName: "tall" },
          test("about.parti", "DatePartsField", "is before", value("2026-03-01"), "or"),
        ],
      },
    },
    { name: "isWritten", displayName: "Condition written", value: "about.partp > 40 or 'small' in about.parto" },
    {
      name: "nobodyAsks",
      displayName: "Condition unused",
      value: { name: "nobodyAsks", conditions: [test("about.parte", "YesNoField", "is", value("true"))] },
    },
  ];
  const items = ["small", "large"].map((name) => ({
    text: `Text of ${name}`,
    value: name,
    description: `Description of ${name}`,
    ...(name === "small" ? { condition: "isBig", checkpointDisplayValue: "Point" } : {}),
  }));
  const opens = { text: "Text of other", value: "other", conditional: { components: [component(["TextField", {}, {}], 50)] } };
  return {
    name: "A form with everything",
    startPage: "/start",
    version: 2,
    pages: [
      {
        path: "/start",
        title: "Before you start",
        controller: "./pages/start.js",
        components: [component(["Para", {}, {}], 51)],
        next: [{ path: "/page-a" }],
      },
      ...pages,
      {
        path: "/senior",
        title: "For older people",
        components: [component(["TextField", {}, {}], 52)],
        next: [{ path: "/written", condition: "isOld" }, { path: "/summary" }],
      },
      {
        path: "/written",
        title: "Written out",
        components: [component(["TextField", {}, {}], 53)],
        next: [{ path: "/summary", condition: "isWritten" }, { path: "/lately" }],
      },
      { path: "/lately", title: "The last page", components: [component(["TextField", {}, {}], 54)], next: [{ path: "/summary" }] },
      { path: "/too-tall", title: "Too tall for us", components: [component(["Html", {}, {}], 55)], next: [] },
      { path: "/orphan", title: "Nobody comes here", components: [component(["TextField", {}, {}], 56)], next: [] },
      { path: "/summary", title: "Check it", controller: "./pages/summary.js", components: [component(["Para", {}, {}], 57)], next: [] },
    ],
    lists: [
      { name: "sizes", title: "Sizes", type: "string", items: [...items, opens] },
      { name: "lost", title: "Nobody shows it", type: "number", items: [{ text: "Text of one", value: 1 }] },
    ],
    sections: [{ name: "about", title: "About you", hideTitle: false }],
    conditions,
    fees: [
      { description: "Text of the fee", amount: 1250, condition: "isTall", multiplier: "about.partp", prefix: "PRE" },
      { description: "Another fee", amount: 300 },
    ],
    declaration: "<p>The text of the declaration.</p>",
    skipSummary: true,
    specialPages: {
      confirmationPage: {
        customText: { title: "The title at the end", nextSteps: "What comes next" },
        components: [component(["Para", {}, {}], 58)],
      },
    },
    outputs: [
      { name: "hook", title: "Hook", type: "webhook", outputConfiguration: { url: "https://eastmere.example/hook", allowRetry: true } },
      { name: "mail", type: "email", outputConfiguration: { emailAddress: "team@eastmere.example", apiKey: "secret-key" } },
    ],
    feeOptions: { payApiKey: "secret-pay-key", allowSubmissionWithoutPayment: true },
    payApiKey: { test: "secret-test-key", production: "secret-live-key" },
    analytics: { gtmId1: "secret-analytics" },
    feedback: { feedbackForm: false, url: "https://eastmere.example/feedback" },
    phaseBanner: { phase: "beta" },
    metadata: { owner: "somebody" },
  };
}
