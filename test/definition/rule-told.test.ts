import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, compileText } from "./compile-text.ts";

function messageOf(code: string, from: string, to: string): string | undefined {
  return compileText(changed(from, to)).findings.find((finding) => finding.code === code)?.message;
}

const GUARD = 'when: tool = "ladder", ask: height';
const STOP = "{ when: height > 6, stop: too-high }";

test("a finding about a rule tells it in words, with the questions and the options as people see them", () => {
  assert.equal(
    messageOf("guard-constant", GUARD, "when: '1 < 2', ask: height"),
    "This rule reads no answer, so it is always or never so that 1 is less than 2.",
  );
  assert.equal(
    messageOf("guard-always", '{ when: tool = "drill", then: [helpers] }', "{ when: last_day > first_day, then: [helpers] }"),
    'Here it is always so that the answer to "When will you bring it back?" is after the answer to "On which day do you need it?": ' +
      '"last_day > first_day" holds.',
  );
  assert.equal(
    messageOf("must-always", "rule: last_day > first_day,", "rule: is defined(first_day),"),
    'It is always so that the answer to "On which day do you need it?" is answered, so nobody is ever shown the message.',
  );
  assert.match(
    messageOf("guard-never", STOP, '{ when: tool = "drill" and tool = "ladder" and height > 3, stop: too-high }') ?? "",
    /^The journey ends in too-high only when the answer to "Which tool do you need\?" is "A drill" and .*, which can never be so here\.$/,
  );
});
