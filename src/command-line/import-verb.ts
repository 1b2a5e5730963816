import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { compileFile } from "../councils/compile-file.ts";
import { LONGEST_NAME, NAME_PATTERNS } from "../definition/key.ts";
import { importForm } from "../importing/import-form.ts";
import type { ImportedForm, SourceForm } from "../importing/import-form.ts";
import { LARGEST_FILE } from "../importing/json.ts";
import { LOSS_KINDS } from "../importing/form.ts";
import { DIALECTS } from "../importing/report.ts";
import type { ExitCode } from "./operator.ts";
import { findingLines, tally } from "./print-finding.ts";
import type { Desk, Verb } from "./verb.ts";

/** `import`: makes a definition of a form of another engine, with a report of what could not be carried over. */
export const IMPORT: Verb = {
  about:
    "Make a definition of a form of the XGov form builder, the Defra forms designer or a spreadsheet (XLSForm), with a report of what it does not say. With --welsh, the texts of the same form in Welsh are put under its own, and it is said where the two differ.",
  use: ["import FILE [--welsh FILE] [--service NAME] [--to FOLDER]"],
  run: start,
};

interface Wish {
  readonly file: string;
  readonly service: string | undefined;
  readonly welsh: string | undefined;
  readonly to: string;
}

const OPTIONS = ["--welsh", "--service", "--to"];

async function start(desk: Desk, words: readonly string[]): Promise<ExitCode> {
  const wish = readWish(words);
  if (typeof wish === "string") return refuse(desk, wish);
  const source = await readSource(resolve(desk.root, wish.file));
  if (typeof source === "string") return refuse(desk, source);
  const welsh = wish.welsh === undefined ? undefined : await readSource(resolve(desk.root, wish.welsh));
  if (typeof welsh === "string") return refuse(desk, welsh);
  const result = importForm(source, {
    ...(wish.service === undefined ? {} : { service: wish.service }),
    ...(welsh === undefined ? {} : { welsh }),
  });
  if (!result.ok) return refuse(desk, `${source.name}: ${result.refusal.why} ${result.refusal.fix}`);
  return write(desk, wish, source.name, result.value);
}

function readWish(words: readonly string[]): Wish | string {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("--")) files.push(word);
    else if (OPTIONS.includes(word)) options.set(word, words[++at] ?? "");
    else return `import has no option ${word}. It has ${OPTIONS.join(", ")}.`;
  }
  const [file] = files;
  const service = options.get("--service");
  if (file === undefined || files.length > 1) return "Name one file after import, for example: import old-form.json";
  if (service !== undefined && (!NAME_PATTERNS.hyphen.test(service) || service.length > LONGEST_NAME)) {
    return `${service} is not a name for a service. Use lower-case words joined by hyphens, such as book-a-hall.`;
  }
  return { file, service, welsh: options.get("--welsh"), to: options.get("--to") ?? "imported" };
}

/** Asks for the size first: a file that is too large is not read at all. */
async function readSource(path: string): Promise<SourceForm | string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) return `${basename(path)} has ${size} bytes; a form has at most ${LARGEST_FILE}.`;
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    const why = error instanceof Error && "code" in error && error.code === "ENOENT" ? "is not there" : "cannot be read";
    return `${path} ${why}. Name a file that is a form.`;
  }
}

async function write(desk: Desk, wish: Wish, from: string, form: ImportedForm): Promise<ExitCode> {
  const [path, report] = [join(wish.to, `${form.service}.yaml`), join(wish.to, `${form.service}.report.md`)];
  await mkdir(resolve(desk.root, wish.to), { recursive: true });
  try {
    // `wx` leaves a file that is there alone: it may hold somebody's work of a day.
    await writeFile(resolve(desk.root, path), form.definition, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return refuse(desk, `${path} is there already. Move it away, or choose another name with --service.`);
  }
  await writeFile(resolve(desk.root, report), form.report);
  return say(desk, from, path, report, form);
}

function say(desk: Desk, from: string, path: string, report: string, form: ImportedForm): ExitCode {
  const file = { name: path, text: form.definition };
  const { findings } = compileFile({ service: form.service, file, fragments: new Map(), registers: new Map() });
  desk.say(`Read ${from} as ${DIALECTS[form.dialect]}.`);
  desk.say(`Wrote ${path}, with ${form.names.size} ${form.names.size === 1 ? "question" : "questions"}, and ${report}.`);
  for (const [kind, title] of Object.entries(LOSS_KINDS)) {
    const count = form.losses.filter((loss) => loss.kind === kind).length;
    if (count > 0) desk.say(`  ${count} in the report under ‘${title}’`);
  }
  for (const finding of findings.filter(({ severity }) => severity === "error"))
    for (const line of findingLines(finding, file.text)) desk.say(line);
  desk.say(`check finds: ${tally(findings)}.`);
  desk.say("");
  for (const line of nextSteps(path, report)) desk.say(line);
  return findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

function nextSteps(path: string, report: string): readonly string[] {
  return [
    "What to do next:",
    `1. Read ${report}: it names all that the definition does not say as the old form did.`,
    `2. Open ${path} and fill in the lines marked ‘to do’.`,
    `3. Run: npm run guildhall -- check ${path}`,
    "4. Move the definition to your council's services, and put its name on the list in council.yaml.",
  ];
}

function refuse(desk: Desk, why: string): ExitCode {
  desk.complain(why);
  return 1;
}
