export type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>;

const HEADINGS = [
  "type",
  "name",
  "label::English (en)",
  "label::Welsh (cy)",
  "hint::English (en)",
  "required",
  "relevance",
  "constraint",
  "constraint message::English (en)",
  "calculation",
  "appearance",
  "choice_filter",
  "parameters",
  "repeat_count",
  "required_message::English (en)",
  "default",
  "read_only",
  "media::image",
  "guidance_hint::English (en)",
  "body::accuracyThreshold",
  "trigger",
  "disabled",
] as const;

/** A row by its columns. */
function row(cells: Readonly<Record<string, string>>): readonly string[] {
  return HEADINGS.map(
    (heading) =>
      cells[heading.split("::")[0] === "label" && !heading.includes("Welsh") ? "label" : heading] ??
      cells[heading.split("::")[0] ?? ""] ??
      "",
  ).map((text, index) => (HEADINGS[index] === "label::Welsh (cy)" ? (cells["welsh"] ?? "") : text));
}

const TYPES = [
  "text",
  "integer",
  "decimal",
  "range",
  "select_one sizes",
  "select_multiple sizes",
  "select_multiple sizes or_other",
  "select_one yes_no",
  "select_multiple one",
  "rank sizes",
  "date",
  "time",
  "dateTime",
  "geopoint",
  "geotrace",
  "geoshape",
  "image",
  "audio",
  "video",
  "file",
  "barcode",
  "acknowledge",
  "select_one_from_file wards.csv",
  "select_multiple_from_file streets.csv",
  "select_one_external streets",
];

/** A form with every type of row, and every column that the standard has. */
export function denseXlsform(): Sheets {
  const plain = TYPES.map((type, index) =>
    row({
      type,
      name: `row_${String.fromCodePoint(97 + index)}`,
      label: `Label of ${type}`,
      hint: `Hint of ${type}`,
      guidance_hint: `Guidance for ${type}`,
      required: "yes",
      required_message: `Missing ${type}`,
    }),
  );
  const survey = [
    HEADINGS,
    row({ type: "start", name: "started" }),
    row({ type: "deviceid", name: "device", label: "Which device" }),
    row({ type: "note", name: "welcome", label: "Words of welcome", hint: "Hint of welcome" }),
    ...plain,
    row({ type: "note", name: "later", label: "Words later", relevance: "${row_b} > 3", "media::image": "map.png" }),
    row({ type: "calculate", name: "level", calculation: "if(${row_b} > 5, 'high', if(${row_c} = '', 'none', 'low'))" }),
    row({ type: "begin group", name: "inside", label: "Words over a group", relevance: "${level} = 'high'", appearance: "field-list" }),
    row({
      type: "integer",
      name: "limited",
      label: "Label of limited",
      constraint: ". >= 1 and . < 90",
      "constraint message": "Between one and ninety",
    }),
    row({
      type: "text",
      name: "ruled",
      label: "Label of ruled",
      constraint: "string-length(.) > 4 or ${row_b} = 2",
      "constraint message": "Longer please",
    }),
    row({ type: "text", name: "needed", label: "Label of needed", required: "${limited} > 8", required_message: "Needed then" }),
    row({
      type: "text",
      name: "patterned",
      label: "Label of patterned",
      constraint: "regex(., '[a-z]+')",
      "constraint message": "Letters please",
      required: "regex(${row_a}, 'x')",
    }),
    row({ type: "end group" }),
    row({ type: "begin group", name: "plain_group", label: "Words over a plain group", appearance: "table-list", default: "open" }),
    row({
      type: "select_one sizes",
      name: "filtered",
      label: "Label of filtered",
      choice_filter: "kind = ${row_a}",
      parameters: "randomize=true",
      default: "small",
      read_only: "yes",
      "media::image": "size.png",
    }),
    row({
      type: "geopoint",
      name: "exact",
      label: "Label of exact",
      "body::accuracyThreshold": "1.5",
      trigger: "${row_a}",
      appearance: "odd-look",
    }),
    row({ type: "end group" }),
    row({ type: "range", name: "slid", label: "Label of slid", parameters: "start=2 end=8 step=0.5 tick=1" }),
    row({ type: "date", name: "month", label: "Label of month", appearance: "month-year" }),
    row({ type: "image", name: "signed", label: "Label of signed", appearance: "signature" }),
    row({
      type: "begin repeat",
      name: "people",
      label: "Words over a repeat",
      repeat_count: "${row_b}",
      relevance: "selected(${row_i}, 'only') and coalesce(${row_e}, 'large') = 'large'",
    }),
    row({
      type: "text",
      name: "person",
      label: "Label of person",
      constraint: "string-length(.) > 1",
      "constraint message": "Two letters",
      required: "yes",
    }),
    row({ type: "text", name: "nick", label: "Label of nick", relevance: "${person} != 'Ada'" }),
    row({ type: "begin repeat", name: "pets", label: "Words over pets" }),
    row({ type: "text", name: "pet", label: "Label of pet" }),
    row({ type: "end repeat" }),
    row({ type: "end repeat" }),
    row({ type: "text", name: "mixed", label: "You said ${row_a}, and now?", welsh: "Dywedasoch ${row_a}" }),
    row({ type: "text", name: "unsaid", label: "Label of unsaid", relevance: "pulldata('wards', 'name', 'key', ${row_a}) = 'x'" }),
    row({ type: "colour", name: "odd", label: "Label of odd", hint: "Hint of odd" }),
    row({ type: "text", label: "No name here" }),
    row({ label: "No type here" }),
    row({ type: "text", name: "switched", label: "Label of switched", disabled: "yes" }),
  ];
  const choices = [
    ["list name", "name", "label::English (en)", "label::Welsh (cy)", "kind", "image"],
    ["sizes", "small", "Words for small", "Bach", "wood", "small.png"],
    ["sizes", "large", "Words for large", "", "stone", ""],
    ["yes_no", "yes", "Yes", "Ydw", "", ""],
    ["yes_no", "no", "No", "Nac ydw", "", ""],
    ["one", "only", "Words for only", "Unig", "", ""],
    ["lost", "nobody", "Words for nobody", "", "", ""],
  ];
  const external = [
    ["list_name", "name", "label", "ward"],
    ["streets", "high", "Words for high street", "north"],
    ["streets", "mill", "Words for mill lane", "south"],
  ];
  const settings = [
    ["form_title", "form_id", "default_language", "instance_name", "style", "submission_url", "public_key"],
    [
      "Everything in rows",
      "every_row",
      "English (en)",
      "concat(${row_a}, '!')",
      "pages",
      "https://forms.eastmere.example/s3cr3t",
      "MIIBs3cr3tkey",
    ],
  ];
  return { survey, choices, external_choices: external, settings, "My notes": [["anything"], ["at all"]] };
}
