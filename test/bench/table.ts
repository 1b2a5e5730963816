import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";

import type { Part, Row } from "./row.ts";

type Measured = readonly { readonly part: Part; readonly rows: readonly Row[] }[];

const DOCUMENT = join(import.meta.dirname, "..", "..", "docs", "bench.md");
const HEAD = ["what", "figure", "beside, in the same run", "ratio", "the bar", "cores: program, database, load"];

function cells({ what, figure, ceiling, ratio, bar, cores }: Row): readonly string[] {
  const shares = cores === undefined ? "" : [cores.program, cores.database, cores.load].map((share) => share.toFixed(2)).join(", ");
  return [what, figure, ceiling ?? "", ratio === undefined ? "" : ratio.toFixed(2), bar ?? "", shares];
}

function lines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEAD.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`);
}

function table(measured: Measured): string {
  const [head = "", ...body] = lines([HEAD, ...measured.flatMap(({ rows }) => rows.map(cells))]);
  return [head, head.replaceAll(/[^|]/g, "-"), ...body].join("\n");
}

export function print(measured: Measured): void {
  console.log(table(measured));
}

function versionOf(name: string): string {
  const read = JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "node_modules", name, "package.json"), "utf8")) as {
    version: string;
  };
  return read.version;
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const versions = `Node ${process.versions.node}, PostgreSQL 18 (embedded), Fastify ${versionOf("fastify")}, pg ${versionOf("pg")}`;
  return `${availableParallelism()} cores (${first?.model.trim() ?? "unknown"}), ${memory} GB of memory, ${process.platform} ${process.arch}. ${versions}.`;
}

/** Writes what was measured to docs/bench.md, in place of what was there. */
export function keep(measured: Measured): void {
  const text = `# How fast it is

Measured by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, with the program, PostgreSQL and the load on the same machine:
${machine()}

${table(measured)}

Each figure is the median of three rounds, taken in turn with what it is held beside. A core is one second of processor time a second;
where the program's comes near 1.00 its one thread is what limits the figure.

## How each part is measured

${measured.map(({ part }) => `- **${part.name}**: ${part.how}`).join("\n")}

\`npm run bench -- --quick\` runs the same in less than three minutes, without keeping it; \`npm run bench -- journeys api\` runs parts by name.
`;
  writeFileSync(DOCUMENT, text);
}
