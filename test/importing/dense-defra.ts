type Keys = Readonly<Record<string, unknown>>;

/** A component of each type of the Defra designer, with every key that its schema allows. */
const COMPONENTS: readonly (readonly [string, Keys, Keys])[] = [
  ["TextField", { autocomplete: "name", condition: "isTall", customValidationMessage: "Say who" }, { min: 3, max: 40, regex: "^[a-z]+$" }],
  ["TextField", { required: false, classes: "govuk-input--width-10", optionalText: true }, { length: 8 }],
  ["MultilineTextField", { rows: 5, maxWords: 80, customValidationMessages: { "any.required": "Tell us" } }, { min: 2, max: 900 }],
  ["YesNoField", { customValidationMessage: "Yes or no" }, {}],
  ["DatePartsField", { maxDaysInPast: 30, maxDaysInFuture: 60 }, {}],
  ["DatePartsField", { earliestDate: "2026-01-01", latestDate: "2026-12-31", maxDaysInPast: 4 }, {}],
  ["MonthYearField", { earliestMonthYear: "2020-01", latestMonthYear: "2026-12" }, {}],
  ["SelectField", { autocomplete: "country-name" }, {}],
  ["AutocompleteField", {}, {}],
  ["RadiosField", { bold: true }, {}],
  ["CheckboxesField", { bold: true }, { min: 1, max: 2 }],
  ["CheckboxesField", {}, { length: 2 }],
  [
    "NumberField",
    { prefix: "about", suffix: "metres", autocomplete: "off" },
    { min: 1, max: 90, precision: 2, minPrecision: 1, minLength: 1, maxLength: 4 },
  ],
  ["UkAddressField", { hideTitle: true, usePostcodeLookup: true }, {}],
  ["TelephoneNumberField", { format: "international" }, {}],
  ["EmailAddressField", { customValidationMessage: "Which email" }, {}],
  ["FileUploadField", { accept: "image/png,image/jpeg" }, { min: 1, max: 4 }],
  ["FileUploadField", {}, { length: 3 }],
  ["DeclarationField", { declarationConfirmationLabel: "I do agree to this" }, {}],
  [
    "EastingNorthingField",
    { instructionText: "Use a map", mapLayers: { sssi: true }, countries: ["england"] },
    { easting: { min: 10, max: 20 }, northing: { min: 30, max: 40 } },
  ],
  ["OsGridRefField", { instructionText: "Use another map" }, {}],
  ["NationalGridFieldNumberField", { instructionText: "On your letter" }, {}],
  ["LatLongField", {}, { latitude: { min: 50, max: 55 }, longitude: { min: -5, max: 1 } }],
  ["GeospatialField", { geometryTypes: ["line"], countries: ["wales"] }, { min: 1, max: 3 }],
  ["HiddenField", {}, {}],
  ["Html", { condition: "isTall" }, {}],
  ["InsetText", {}, {}],
  ["Details", {}, {}],
  ["Markdown", {}, {}],
  ["List", { type: "numbered" }, {}],
  ["NotificationBanner", { type: "success", heading: "The heading of a banner" }, {}],
];

const LISTED = new Set(["SelectField", "AutocompleteField", "RadiosField", "CheckboxesField", "List"]);
const SHOWN = new Set(["Html", "InsetText", "Details", "Markdown", "NotificationBanner"]);

function component([type, options, schema]: readonly [string, Keys, Keys], index: number): object {
  const name = `part${String.fromCodePoint(97 + (index % 26))}${index > 25 ? "x" : ""}`;
  const shown = SHOWN.has(type);
  return {
    id: `id-${name}`,
    type,
    name,
    title: `Title of ${type} ${name}`,
    ...(shown ? {} : { hint: `Hint of ${name}`, shortDescription: `Short words for ${name}`, errorDescription: `Error words for ${name}` }),
    ...(shown || type === "DeclarationField" ? { content: `Content of ${type} ${name}` } : {}),
    ...(LISTED.has(type) ? { list: "list-sizes" } : {}),
    options,
    schema,
  };
}

/** Pages of all kinds, with all their keys, around all components. */
export function denseDefra(): object {
  const components = COMPONENTS.map(component);
  const pages = components.map((part, index) => ({
    id: `page-${index}`,
    path: `/page-${String.fromCodePoint(97 + (index % 26))}${index > 25 ? "x" : ""}`,
    title: `Heading ${index}`,
    section: "sec",
    components: [part],
    next: [],
  }));
  const tests = [
    [
      "isTall",
      "and",
      [
        ["id-partm", "is more than", 4, "NumberValue"],
        ["id-partd", "is", true, "BooleanValue"],
      ],
    ],
    [
      "isNew",
      "or",
      [
        ["id-parte", "is at most", { period: 7, unit: "days", direction: "in the past" }, "RelativeDate"],
        ["id-partf", "is after", "2026-03-01", "DateValue"],
      ],
    ],
    [
      "isBig",
      "and",
      [
        ["id-partj", "is", { listId: "list-sizes", itemId: ["item-large"] }, "ListItemRef"],
        ["id-partk", "contains", { listId: "list-sizes", itemId: ["item-small", "item-large"], itemsCoordinator: "and" }, "ListItemRef"],
      ],
    ],
    [
      "nobodyAsks",
      "or",
      [
        ["id-parta", "is longer than", 3, "NumberValue"],
        ["id-parta", "is", "Ada", "StringValue"],
      ],
    ],
  ] as const;
  const conditions = tests.map(([id, coordinator, items]) => ({
    id,
    displayName: `Condition ${id}`,
    coordinator,
    items: items.map(([componentId, operator, value, type], index) => ({ id: `${id}-${index}`, componentId, operator, value, type })),
  }));
  const guarded = [
    {
      path: "/new-ones",
      title: "For new ones",
      condition: "isNew",
      components: [component(["TextField", {}, {}], 50)],
      view: "special-view",
      events: { onLoad: { type: "http", options: { method: "POST", url: "https://eastmere.example/hook" } } },
    },
    {
      path: "/too-big",
      title: "Too big for us",
      condition: "isBig",
      controller: "TerminalPageController",
      components: [component(["Markdown", {}, {}], 51)],
    },
    {
      path: "/helpers",
      title: "Who helps?",
      controller: "RepeatPageController",
      repeat: { options: { name: "helpers", title: "Helper" }, schema: { min: 2, max: 6 } },
      components: [component(["TextField", {}, { min: 5 }], 46), component(["NumberField", {}, {}], 47)],
    },
    { path: "/odd", title: "An odd page", controller: "OddPageController", components: [component(["YesNoField", {}, {}], 48)] },
    {
      path: "/pay",
      title: "Pay for it",
      components: [
        {
          id: "pay",
          type: "PaymentField",
          name: "pay",
          title: "Payment title",
          hint: "Payment hint",
          options: {
            amount: 40,
            description: "Deposit for the plot",
            emailField: "partp",
            conditionalAmounts: [{ condition: "isTall", amount: 55 }],
          },
        },
      ],
    },
    {
      path: "/summary",
      title: "Check it",
      controller: "SummaryPageWithConfirmationEmailController",
      components: [component(["Markdown", {}, {}], 52)],
    },
  ];
  const items = ["small", "large"].map((value) => ({
    id: `item-${value}`,
    text: `Text of ${value}`,
    value,
    description: `Description of ${value}`,
    hint: { id: `hint-${value}`, text: `Hint of option ${value}` },
    ...(value === "small" ? { condition: "isNew" } : {}),
  }));
  const opens = {
    id: "item-other",
    text: "Text of other",
    value: "other",
    conditional: { components: [component(["TextField", {}, {}], 53), component(["InsetText", {}, {}], 54)] },
  };
  return {
    engine: "V2",
    schema: 2,
    name: "A form with everything",
    startPage: "/page-a",
    pages: [
      {
        id: "start",
        path: "/start",
        title: "Before you start",
        controller: "StartPageController",
        components: [component(["Markdown", {}, {}], 55)],
      },
      ...pages,
      ...guarded,
    ],
    conditions,
    lists: [
      { id: "list-sizes", name: "sizes", title: "Sizes", type: "string", items: [...items, opens] },
      {
        id: "list-lost",
        name: "lost",
        title: "A list that nobody shows",
        type: "number",
        items: [{ id: "one", text: "Text of one", value: 1 }],
      },
    ],
    sections: [
      { id: "sec", name: "sec", title: "The first section", hideTitle: false },
      { id: "none", name: "none", title: "An empty section" },
    ],
    declaration: "<p>The text of the declaration.</p>",
    feedback: { url: "https://eastmere.example/feedback", emailAddress: "feedback@eastmere.example" },
    phaseBanner: { phase: "beta", feedbackUrl: "https://eastmere.example/beta" },
    metadata: { owner: "somebody" },
    options: { showReferenceNumber: true, disableUserFeedback: true },
    outputEmail: "forms@eastmere.example",
    output: { audience: "machine", version: "2" },
    outputs: [{ audience: "human", version: "1", emailAddress: "team@eastmere.example" }],
  };
}
