import assert from "node:assert/strict";
import { test } from "node:test";

import { fillMessage } from "../../src/messages/message.ts";

const SIGNATURE = ["Eastmere Borough Council", "www.eastmere.example"];

test("words are filled in, paragraphs kept, and the council signs", () => {
  const words = {
    subject: "{service}: {reference}",
    body: "Dear {name}\n\nYour reference is {reference}.\n\n# What happens next\n\n{next}\n\n- one\n- two\n",
  };
  const filled = fillMessage(words, { service: "Report a pothole", reference: "EM-4KX", name: "Doreen", next: "We will look." }, SIGNATURE);
  assert.equal(filled.subject, "Report a pothole: EM-4KX");
  assert.equal(
    filled.body,
    "Dear Doreen\n\nYour reference is EM-4KX.\n\nWhat happens next\n-----------------\n\nWe will look.\n\n- one\n- two\n\nEastmere Borough Council\nwww.eastmere.example\n",
  );
});

test("a paragraph with a word that has no value is left out", () => {
  const filled = fillMessage({ subject: "Closed", body: "Dear {name}\n\nIt is closed.\n\nBecause: {reason}" }, { reason: "  " }, []);
  assert.equal(filled.body, "It is closed.\n");
});

test("what a person typed is never read as a word, a header or a control character", () => {
  const filled = fillMessage(
    { subject: "For {name}", body: "Dear {name}\n\n{reason}" },
    { name: "{link}\r\nBcc: all@example.com", reason: "a\u202Eb\0c", link: "https://x" },
    [],
  );
  assert.equal(filled.subject, "For {link} Bcc: all@example.com");
  assert.equal(filled.body, "Dear {link}\nBcc: all@example.com\n\na b c\n");
});

test("a heading in what a person typed stays as typed", () => {
  assert.equal(fillMessage({ subject: "s", body: "{message}" }, { message: "# 12 High Street" }, []).body, "# 12 High Street\n");
});

test("braces that are no word of ours stay, and long subjects are cut whole", () => {
  const filled = fillMessage({ subject: "😀".repeat(300), body: "Use {this} or {}" }, {}, []);
  assert.equal(filled.body, "Use {this} or {}\n");
  assert(filled.subject.length <= 200);
  assert(filled.subject.endsWith("…"));
});
