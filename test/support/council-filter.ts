// Words that may follow a table's name and are not its alias.
const NOT_ALIAS = new Set(
  "where set on join left right inner cross full lateral natural order group limit for using returning values select default union having with offset tablesample".split(
    " ",
  ),
);

/** Text without comments and with every quoted string emptied. */
function bare(text: string): string {
  return text
    .replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ")
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .toLowerCase();
}

/** The queries within a statement: what stands in each pair of brackets, without what stands in brackets inside it. */
function scopes(text: string): readonly string[] {
  const done: string[] = [];
  const open: string[] = [""];
  for (const sign of text) {
    if (sign === "(") open.push("");
    else if (sign === ")" && open.length > 1) {
      const inner = open.pop() ?? "";
      done.push(inner);
      // The columns of an insert and of "using" belong to the query around them.
      const outer = open.pop() ?? "";
      open.push(`${outer}(${/\b(using|into\s+\w+)\s*$/.test(outer) ? inner : ""})`);
    } else open.push((open.pop() ?? "") + sign);
  }
  // Each side of a union has its own filter.
  return [...done, ...open].flatMap((scope) => scope.split(/\b(?:union|intersect|except)\b/));
}

interface Reference {
  readonly verb: string;
  readonly table: string;
  readonly name: string;
}

function references(scope: string, tables: ReadonlySet<string>): readonly Reference[] {
  const found = scope.matchAll(/\b(from|join|update|into|using)\s+(?:only\s+)?([a-z_]+)(?:\s+(?:as\s+)?([a-z_]+))?/g);
  return [...found].flatMap(([, verb = "", table = "", alias]) => {
    if (!tables.has(table)) return [];
    return [{ verb, table, name: alias === undefined || NOT_ALIAS.has(alias) ? table : alias }];
  });
}

function filtered(scope: string, { verb, table, name }: Reference, alone: boolean): boolean {
  if (verb === "into") return new RegExp(`into\\s+${table}[a-z_ ]*\\([^)]*\\bcouncil\\b`).test(scope);
  // What an update sets is no filter.
  const conditions = scope.replaceAll(/\bset\b.*?(?=\bwhere\b|\bfrom\b|\breturning\b|$)/gs, " ");
  const owner = alone ? `(?:${name}\\.)?` : `${name}\\.`;
  return (
    new RegExp(`(?<![a-z_.])${owner}council\\s*(?:=|in\\b)`).test(conditions) ||
    new RegExp(`=\\s*${name}\\.council\\b`).test(conditions) ||
    /\busing\s*\([^)]*\bcouncil\b/.test(conditions)
  );
}

/** The tables that a statement reads or writes without naming a council for each: empty for a statement that keeps to its councils. */
export function councilGaps(text: string, tables: ReadonlySet<string>): readonly string[] {
  const sql = bare(text);
  const comma = [...sql.matchAll(/\bfrom\s+[a-z_]+(?:\s+(?:as\s+)?[a-z_]+)?\s*,\s*([a-z_]+)/g)].map(([, table = ""]) => table);
  const gaps = comma.filter((table) => tables.has(table)).map((table) => `${table} (write a join, not a comma)`);
  for (const scope of scopes(sql)) {
    const here = references(scope, tables);
    const read = here.filter(({ verb }) => verb !== "into");
    for (const reference of here) if (!filtered(scope, reference, read.length === 1)) gaps.push(reference.table);
  }
  return gaps;
}

/** The tables that migrations make. */
export function tablesOf(migrations: string): ReadonlySet<string> {
  return new Set([...bare(migrations).matchAll(/\bcreate table (?:if not exists )?([a-z_]+)/g)].map(([, table = ""]) => table));
}
