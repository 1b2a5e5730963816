import type { Outline } from "../outline.ts";
import { nodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";

/** The file as YAML, and its keys, names and values against the tables of keys. */
export const FILE_CHECKS: readonly Check[] = [
  {
    code: "yaml-syntax",
    severity: "error",
    about: "The file is not well-formed YAML.",
    example: { right: "title: Borrow a tool", wrong: 'title: "Borrow a tool' },
  },
  {
    code: "yaml-alias",
    severity: "error",
    about: "The file uses anchors, aliases or tags, which are not part of the language.",
    example: { right: "owner: libraries", wrong: "owner: &team libraries" },
  },
  {
    code: "yaml-documents",
    severity: "error",
    about: "The file holds more than one YAML document.",
    example: { right: "retention: 1 year", wrong: "---\nretention: 1 year" },
  },
  {
    code: "yaml-too-deep",
    severity: "error",
    about: "Lists and groups are nested deeper than any definition needs.",
    example: { right: "keywords: [drill, ladder]", wrong: `keywords: ${"[".repeat(30)}drill${"]".repeat(30)}` },
  },
  { code: "yaml-too-large", severity: "error", about: "The file is longer than 200,000 characters." },
  {
    code: "yaml-key",
    severity: "error",
    about: "A key is not a word.",
    example: { right: "{ lgsl: 437 }", wrong: "{ 12: 437 }" },
  },
  {
    code: "key-duplicate",
    severity: "error",
    about: "A key stands twice in the same group.",
    example: { right: "title: Borrow a tool", wrong: "title: Borrow a tool\ntitle: Borrow it" },
  },
  {
    code: "key-unknown",
    severity: "error",
    about: "A key is not one of those that its level has.",
    example: { right: "owner: libraries", wrong: "ownr: libraries" },
  },
  {
    code: "key-missing",
    severity: "error",
    about: "A key that its level cannot do without is missing.",
    example: { right: "group: Libraries\n", wrong: "" },
  },
  {
    code: "value-shape",
    severity: "error",
    about: "A value is not of the kind that its key takes.",
    example: { right: "time: 5 minutes", wrong: "time: [5, minutes]" },
  },
  {
    code: "id-shape",
    severity: "error",
    about: "A name is not written as names of its kind are.",
    example: { right: "  too-high:\n", wrong: "  Too High:\n" },
  },
  {
    code: "id-reserved",
    severity: "error",
    about: "A name has a meaning of its own in rules.",
    example: { right: "  card: {", wrong: "  then: {" },
  },
  {
    code: "file-name",
    severity: "warning",
    about: "The service's name is not the name of its file.",
    example: { right: "service: borrow-a-tool", wrong: "service: borrow-tools" },
    *find(outline: Outline): Iterable<Found> {
      const named = nodeAt(outline.root, "service");
      const stem = outline.file.name.replace(/^.*[/\\]/, "").replace(/(@\d+)?\.ya?ml$/, "");
      if (named?.kind !== "text" || named.value === stem) return;
      const message = `The file is called ${stem}, but its service is ${named.value}.`;
      yield { at: named, message, fix: `Write service: ${stem}, or rename the file.` };
    },
  },
  {
    code: "fragment-clash",
    severity: "error",
    about: "A question has the same name as one of a shared fragment that the flow takes in.",
    example: { right: "  card: {", wrong: "  your_name: {" },
  },
  {
    code: "fragment-name",
    severity: "error",
    about: "A shared fragment says another name than the one it is kept under.",
  },
];
