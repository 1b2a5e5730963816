import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { makeReference, readReference } from "../../src/cases/reference.ts";

const chance = fc.uint8Array({ minLength: 16, maxLength: 16 });

test("a reference is nine characters in threes, without look-alikes or vowels", () => {
  fc.assert(
    fc.property(chance, (bytes) => assert.match(makeReference(bytes), /^[2346789CDFGHJKMNPQRTWXY]{3}(-[2346789CDFGHJKMNPQRTWXY]{3}){2}$/)),
  );
});

test("a reference is read back however it is spaced or cased", () => {
  fc.assert(
    fc.property(chance, fc.constantFrom("", " ", "-", " - ", "."), fc.boolean(), (bytes, between, lower) => {
      const made = makeReference(bytes);
      const typed = made.replaceAll("-", between);
      assert.equal(readReference(lower ? ` ${typed.toLowerCase()} ` : typed), made);
    }),
  );
});

test("one wrong character, or two swapped, never reads as a reference", () => {
  fc.assert(
    fc.property(chance, fc.nat(8), fc.nat(8), fc.constantFrom(..."2346789CDFGHJKMNPQRTWXY"), (bytes, at, other, wrong) => {
      const made = [...makeReference(bytes).replaceAll("-", "")];
      const changed = made.with(at, wrong);
      const swapped = made.with(at, made[other] ?? "").with(other, made[at] ?? "");
      if (changed.join("") !== made.join("")) assert.equal(readReference(changed.join("")), undefined);
      if (swapped.join("") !== made.join("")) assert.equal(readReference(swapped.join("")), undefined);
    }),
  );
});

test("anything else is no reference", () => {
  fc.assert(fc.property(fc.string(), (text) => assert.equal(readReference(`${text}!`), undefined)));
  assert.equal(readReference("A".repeat(1_000_000)), undefined);
});
