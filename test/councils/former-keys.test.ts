import assert from "node:assert/strict";
import { test } from "node:test";

import { withNewKeys } from "../../src/councils/former-keys.ts";
import { clockedText } from "../cases/small-case.ts";
import { compiled } from "../journey/small-service.ts";

const NOW = "on: { deadline: give-up, replied: answer }";

test("a version that was published with a key for each occasion is read as it would be written now, and others as they are", () => {
  const now = clockedText();
  const former = ["on-deadline: give-up\n      on-reply: answer", "on-reply: answer\n      on-deadline: give-up"];
  for (const keys of former) {
    const text = now.replace(NOW, keys);
    assert.throws(() => compiled(text));
    assert.deepEqual(compiled(withNewKeys(text)).case.stages.get("waiting")?.on, { deadline: "give-up", replied: "answer" });
  }
  const alone = now.replace(NOW, "on-reply: answer");
  assert.deepEqual(compiled(withNewKeys(alone)).case.stages.get("waiting")?.on, { replied: "answer" });
  assert.equal(
    withNewKeys("waiting: { pauses: you, on-deadline: give-up, on-reply: answer, title: Waiting }"),
    `waiting: { pauses: you, ${NOW}, title: Waiting }`,
  );
  assert.equal(withNewKeys(now), now);
});
