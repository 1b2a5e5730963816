/** One SQL statement the house may run: named, so that PostgreSQL prepares it once a connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** Why this one does not filter on council. Absent for every statement over council rows. */
  readonly acrossCouncils?: string;
  /** Sent without its name, so that no connection keeps it prepared: one of many that differ in a condition. */
  readonly unprepared?: true;
}

/** Where a declared statement may be narrowed: it stands among its conditions. */
export const NARROWED_HERE = "true /* narrowed here */";

const registry = new Map<string, Statement>();

// PostgreSQL cuts a longer name off, and two statements could then share one.
const LONGEST_NAME = 63;

/**
 * Declares a statement, once, at the top of the module that runs it. Every declared statement is read by a test that
 * holds that it filters on council, unless `acrossCouncils` gives the reason why it cannot.
 */
export function statement(name: string, text: string, options: { acrossCouncils?: string; unprepared?: true } = {}): Statement {
  const declared: Statement = Object.freeze({ name, text, ...options });
  const other = registry.get(name);
  if (other !== undefined && other.text !== text) throw new Error(`Two statements are named "${name}"`);
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new Error(`The statement name "${name}" is longer than ${LONGEST_NAME} bytes`);
  registry.set(name, declared);
  return declared;
}

/**
 * A declared statement with one more condition where it says `NARROWED_HERE`, in which every value is a parameter and no table is read:
 * such as a rule over the answers of a case. It stays what the declared one was shown to be.
 */
export function narrowed(declared: Statement, condition: string): Statement {
  if (!declared.text.includes(NARROWED_HERE)) throw new Error(`The statement "${declared.name}" says nowhere that it may be narrowed`);
  return { ...declared, text: declared.text.replaceAll(NARROWED_HERE, () => `(${condition})`), unprepared: true };
}

/** Several declared statements, each of which gives one number, asked as one: a column each, `c0`, `c1` and so on. */
export function together(
  name: string,
  parts: readonly { readonly statement: Statement; readonly values: readonly unknown[] }[],
): { readonly statement: Statement; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const columns = parts.map(({ statement: one, values: own }, index) => {
    const offset = values.length;
    values.push(...own);
    return `(${one.text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`)}) c${index}`;
  });
  return { statement: { name, text: `select ${columns.join(",\n")}`, unprepared: true }, values };
}

/** Every statement declared by the modules loaded so far, by name. */
export function declaredStatements(): readonly Statement[] {
  return [...registry.values()].toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
