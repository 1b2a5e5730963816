import { createHash } from "node:crypto";
import { readRegister } from "../registers/read-register.ts";
import { CELL_KINDS } from "../registers/register.ts";
import type { CellKind, Register, RegisterPlan } from "../registers/register.ts";
import { present } from "./present.ts";
import type { RegisterFile } from "./register-file.ts";
import { checkStructure } from "./structure.ts";
import type { MapNode, Note, SourceFile } from "./yaml/node.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";
import { entriesAt, textAt, textNodeAt } from "./yaml/read.ts";

export interface RegisterRead {
  /** Absent where something is wrong with it. */
  readonly register?: Register;
  readonly notes: readonly Note[];
}

/** What an answer keeps of every row under these names. */
const OWN: ReadonlySet<string> = new Set(["key", "label", "welsh"]);

/** What was read of a file, for all services that choose from it. */
const READ = new WeakMap<RegisterFile, RegisterRead>();
/** Sound registers by what they were read from: versions of services that share one hold it once. */
const KEPT = new Map<string, WeakRef<Register>>();

/** Reads a register's declaration, and its rows by it. Gives undefined where one of the two files is not there. */
export function readRegisterFile(source: RegisterFile): RegisterRead | undefined {
  const { declaration, content } = source;
  if (declaration === undefined || content === undefined) return undefined;
  const known = READ.get(source);
  if (known !== undefined) return known;
  const read = content.ok
    ? readBoth(source.name, declaration, content.file)
    : { notes: [{ code: "register-file", at: { file: content.file, from: 0, to: 0 }, message: content.message, fix: content.fix }] };
  READ.set(source, read);
  return read;
}

function readBoth(name: string, declaration: SourceFile, content: SourceFile): RegisterRead {
  // No text of a register holds NUL.
  const hash = createHash("sha256").update(declaration.text).update("\0").update(content.text).digest("hex");
  const kept = KEPT.get(hash)?.deref();
  if (kept !== undefined) return { register: kept, notes: [] };
  const notes: Note[] = [];
  const plan = planOf(name, declaration, notes);
  if (plan === undefined || notes.length > 0) return { notes };
  const reading = readRegister(content.text, plan);
  if (!reading.ok) return { notes: reading.faults.map(({ from, to, ...fault }) => ({ ...fault, at: { file: content, from, to } })) };
  KEPT.set(hash, new WeakRef(reading.register));
  return { register: reading.register, notes: [] };
}

function planOf(name: string, file: SourceFile, notes: Note[]): RegisterPlan | undefined {
  const { root, notes: found } = parseYaml(file);
  notes.push(...found);
  if (root === undefined) return undefined;
  checkStructure(root, "register", notes);
  if (root.kind !== "map") return undefined;
  checkNames(root, name, notes);
  const [key, label] = [textAt(root, "key"), textAt(root, "label")];
  if (key === undefined || label === undefined) return undefined;
  return present<RegisterPlan>({ name, key, label, welsh: textAt(root, "welsh"), columns: columnsOf(root) });
}

function checkNames(root: MapNode, name: string, notes: Note[]): void {
  const own = textNodeAt(root, "register");
  if (own !== undefined && own.value !== name) {
    const message = `The register says it is ${own.value}, but its file is ${name}.yaml.`;
    notes.push({ code: "register-column", at: own, message, fix: `Write register: ${name}, or rename the files.` });
  }
  for (const { key } of entriesAt(root, "columns").values()) {
    if (!OWN.has(key.value)) continue;
    const message = `Every row has a ${key.value} already, so no column can be called that.`;
    notes.push({ code: "register-column", at: key, message, fix: "Take it out of the columns." });
  }
}

function columnsOf(root: MapNode): Readonly<Record<string, CellKind>> {
  const columns = [...entriesAt(root, "columns")].flatMap(([name, { value }]) => {
    const kind = CELL_KINDS.find((one) => value.kind === "text" && value.value === one);
    return kind === undefined ? [] : [[name, kind] as const];
  });
  return Object.fromEntries(columns);
}
