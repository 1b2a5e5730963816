import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { accept, ask, outcome, read } from "./samples.ts";

describe("email", () => {
  const question = ask("email", {}, { label: "your email address" });

  it("is trimmed, and its domain put in lower case", () => {
    assert.equal(outcome(read(question, { q: " Ada.Osei@EXAMPLE.Co.UK " })), "Ada.Osei@example.co.uk");
    assert.equal(outcome(read(question, { q: "o'neill+dragons@bücher.example" })), "o'neill+dragons@bücher.example");
  });

  it("is refused where no mail server would take it", () => {
    const wrong = [
      "ada",
      "ada@",
      "@example.com",
      "ada@example",
      "a b@example.com",
      "ada@exa mple.com",
      "ada..o@example.com",
      ".a@example.com",
    ];
    wrong.push(
      "a@b@example.com",
      "a@-x.com",
      "a@example.c",
      "a@1.2.3.4",
      "<a@example.com>",
      "a@example.com,b@example.com",
      `${"a".repeat(65)}@example.com`,
    );
    for (const text of wrong) {
      assert.deepEqual(
        outcome(read(question, { q: text })),
        ["q email-not-email: Enter your email address in the correct format, like name@example.com"],
        text,
      );
    }
  });

  it("cannot carry a second header", () => {
    assert.equal(accept(question, "a@example.com\r\nBcc: b@example.com").ok, false);
    assert.equal(accept(question, 'a"\n@example.com').ok, false);
  });

  it("has at most 254 characters", () => {
    const domain = `${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(60)}.example`;
    assert.equal(
      outcome(accept(question, `${"a".repeat(254 - domain.length - 1)}@${domain}`)),
      `${"a".repeat(254 - domain.length - 1)}@${domain}`,
    );
    assert.deepEqual(outcome(accept(question, `${"a".repeat(254 - domain.length)}@${domain}`)), [
      "q text-too-long: Your email address must be 254 characters or fewer",
    ]);
  });
});
