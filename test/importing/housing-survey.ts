import { xlsxFile } from "./xlsx-file.ts";

const COLUMNS = [
  "type",
  "name",
  "label",
  "hint",
  "required",
  "relevant",
  "constraint",
  "constraint_message",
  "calculation",
  "appearance",
  "repeat_count",
  "choice_filter",
] as const;

function row(
  type: string,
  name = "",
  label = "",
  cells: Readonly<Partial<Record<(typeof COLUMNS)[number], string>>> = {},
): readonly string[] {
  return COLUMNS.map((column) => ({ type, name, label, ...cells })[column] ?? "");
}

const YES = { required: "yes" } as const;

/** What an officer asks about the condition of a rented home, as a council keeps it in a spreadsheet. */
export function housingSurvey(): Buffer {
  const survey = [
    COLUMNS,
    row("start", "start"),
    row("today", "today"),
    row("note", "about", "Use this to record an inspection of a rented home."),
    row("begin group", "visit", "The visit", { appearance: "field-list" }),
    row("text", "inspector", "Who is inspecting?", YES),
    row("date", "visit_date", "When is the visit?", {
      ...YES,
      constraint: ". <= today()",
      constraint_message: "The visit cannot be in the future",
    }),
    row("time", "visit_time", "At what time?"),
    row("end group"),
    row("select_one access", "access", "Could you get in?", YES),
    row("text", "no_access", "Why not?", { ...YES, relevant: "${access} = 'no'" }),
    row("begin group", "home", "The home", { relevant: "${access} != 'no'" }),
    row("geopoint", "spot", "Where is the home?"),
    row("select_one kinds", "kind", "What kind of home is it?", YES),
    row("select_one kinds or_other", "converted", "What was it before?", { relevant: "${kind} = 'flat'" }),
    row("integer", "floor", "On which floor?", {
      ...YES,
      relevant: "${kind} = 'flat' or ${kind} = 'room'",
      constraint: ". >= -2 and . <= 40",
    }),
    row("integer", "people", "How many people live there?", {
      ...YES,
      constraint: ". > 0 and . < 40",
      constraint_message: "Between 1 and 39",
    }),
    row("integer", "households", "How many households are they?", {
      ...YES,
      constraint: ". <= ${people}",
      constraint_message: "There cannot be more households than people",
    }),
    row("calculate", "is_hmo", "", { calculation: "${people} >= 5 and ${households} >= 2" }),
    row("calculate", "band", "", { calculation: "if(${people} > 8, 'large', if(${people} > 3, 'middle', 'small'))" }),
    row("text", "licence", "What is the number of the HMO licence?", {
      required: "${is_hmo}",
      relevant: "${people} >= 3",
      constraint: "string-length(.) = 8",
      constraint_message: "It has 8 letters and digits",
    }),
    row("begin repeat", "rooms", "The rooms", { repeat_count: "${people}" }),
    row("text", "room_name", "Which room is it?", YES),
    row("decimal", "room_size", "How large is it, in square metres?", { ...YES, constraint: ". >= 1 and . <= 200" }),
    row("select_multiple faults", "room_faults", "What is wrong there?"),
    row("image", "room_photo", "Take a photo"),
    row("end repeat"),
    row("select_multiple hazards", "hazards", "Which hazards did you find?", { hint: "Choose all that apply" }),
    row("begin group", "damp", "Damp and mould", { relevant: "selected(${hazards}, 'damp')", appearance: "field-list" }),
    row("select_one severity", "damp_severity", "How bad is it?", YES),
    row("text", "damp_where", "Where is it?", { ...YES, appearance: "multiline" }),
    row("end group"),
    row("begin group", "fire", "Fire", { relevant: "selected(${hazards}, 'fire') or ${is_hmo}" }),
    row("select_one yes_no", "alarms", "Do the smoke alarms work?", YES),
    row("integer", "alarm_count", "How many are there?", { ...YES, relevant: "${alarms} = 'yes'" }),
    row("select_one yes_no", "exit", "Is the way out clear?", YES),
    row("end group"),
    row("select_one yes_no", "danger", "Is anybody in danger now?", {
      ...YES,
      relevant: "count-selected(${hazards}) >= 2 or ${damp_severity} = 'bad' or ${alarms} = 'no'",
    }),
    row("note", "ring", "Ring the duty manager before you leave.", { relevant: "${danger} = 'yes'" }),
    row("date", "repair_by", "By when must it be repaired?", {
      ...YES,
      relevant: "${danger} = 'yes' or ${band} = 'large'",
      constraint: ". >= today() and . <= today() + 28",
    }),
    row("end group"),
    row("select_one wards", "ward", "Which ward is it in?", YES),
    row("select_one streets", "street", "Which street?", { choice_filter: "ward = ${ward}" }),
    row("text", "notes", "Anything else?", { appearance: "multiline" }),
    row("image", "signed", "Sign here", { ...YES, appearance: "signature" }),
    row("acknowledge", "true_record", "This is a true record of what I saw", YES),
  ];
  const lists: Readonly<Record<string, readonly string[]>> = {
    access: ["yes", "no", "partly"],
    kinds: ["house", "flat", "room", "boat"],
    faults: ["cold", "damp", "broken_window", "no_light"],
    hazards: ["damp", "fire", "falls", "cold", "electric"],
    severity: ["slight", "bad"],
    wards: ["north", "quay"],
    yes_no: ["yes", "no"],
  };
  const words = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll("_", " ");
  const choices = [
    ["list_name", "name", "label", "ward"],
    ...Object.entries(lists).flatMap(([list, names]) => names.map((name) => [list, name, words(name), ""])),
    ["streets", "high", "High Street", "north"],
    ["streets", "mill", "Mill Lane", "quay"],
  ];
  const settings = [
    ["form_title", "form_id", "version", "submission_url"],
    ["Inspect a rented home", "housing", "2026070101", "https://collect.eastmere.example/submission"],
  ];
  return xlsxFile({ survey, choices, settings });
}
