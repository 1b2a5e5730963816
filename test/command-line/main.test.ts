import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "..", "..");

function started(...words: readonly string[]) {
  return spawn(process.execPath, [join(ROOT, "src", "command-line", "main.ts"), ...words], { cwd: ROOT, stdio: "pipe" });
}

test("try reads lines that are piped in, and ends with the input", async () => {
  const program = started("try", "report-a-pothole");
  program.stdin.end("The M1\nmotorway\n");
  const [said, [code]] = await Promise.all([text(program.stdout), once(program, "exit")]);
  assert.equal(code, 0);
  assert.match(said, /It ends here, with no case\./);
});

test("a reader that closes the pipe is no error", async () => {
  const program = started("paths", "keep-a-dragon");
  program.stdout.destroy();
  const [complained, [code]] = await Promise.all([text(program.stderr), once(program, "exit")]);
  assert.deepEqual([code, complained], [0, ""]);
});
