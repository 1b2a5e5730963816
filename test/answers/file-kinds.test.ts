import assert from "node:assert/strict";
import { test } from "node:test";

import { acceptedTypes } from "../../src/answers/file-kinds.ts";
import { sniffType } from "../../src/platform/files/file-type.ts";
import { ask } from "./samples.ts";

test("a question offers what the house can keep: pictures and papers by what their bytes say", () => {
  const offered = Object.keys(acceptedTypes(ask("files", {})));
  const begins: Readonly<Record<string, string>> = {
    "image/jpeg": "\xff\xd8\xff\xe0",
    "image/png": "\x89PNG\r\n\x1a\n",
    "image/gif": "GIF89a",
    "image/webp": "RIFF\x10\0\0\0WEBPVP8 ",
    "application/pdf": "%PDF-1.7\n",
    "text/plain": "plain words",
  };
  for (const [type, bytes] of Object.entries(begins)) {
    const found = sniffType(Buffer.from(bytes.padEnd(64, type === "text/plain" ? " " : "\0"), "latin1"));
    assert.equal(typeof found === "object" ? found.type : found, type);
    assert.ok(offered.includes(type), type);
  }
});
