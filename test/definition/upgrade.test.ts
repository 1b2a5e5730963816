import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { rewrite } from "../../src/definition/overlay/rewrite.ts";
import { plain } from "../../src/definition/overlay/merge-maps.ts";
import { compareThree } from "../../src/definition/overlay/upgrade.ts";
import type { MapNode } from "../../src/definition/yaml/node.ts";
import { parseYaml } from "../../src/definition/yaml/parse-yaml.ts";

function rootOf(text: string): MapNode {
  const { root } = parseYaml({ name: "x.yaml", text });
  assert.ok(root?.kind === "map", text);
  return root;
}

const SHELF = `title: Report a bin
questions:
  home: { ask: Where?, type: address }
  bins: { ask: Which?, type: choices, options: { red: Red, blue: Blue } }
flow:
  - home
  - { when: home.far, stop: too-far }
  - bins
outcomes: { too-far: { title: Too far, body: It is. } }
declaration: It is true.
`;

function compare(overlay: string, ...changes: readonly (readonly [string, string])[]) {
  const after = changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, SHELF);
  const { conflicts, needless } = compareThree(rootOf(`extends: shelf/report-a-bin@1\n${overlay}\n`), rootOf(SHELF), rootOf(after));
  return { conflicts: conflicts.map(({ path, words }) => `${path}: ${words}`), needless };
}

const NOTHING = { conflicts: [], needless: [] };

test("what only one side has changed is no conflict", () => {
  assert.deepEqual(compare("title: Report our bins", ["Where?", "Which home?"]), NOTHING);
  assert.deepEqual(compare("questions: { bins: { options: { green: Green } } }", ["blue: Blue", "blue: Dark blue"]), NOTHING);
  assert.deepEqual(compare("declaration: null", ["Report a bin", "Report any bin"]), NOTHING);
  assert.deepEqual(compare("flow: [{ add: note, after: bins }]", ["  - home\n", "  - home\n  - bag\n"]), NOTHING);
});

test("what both have changed is named with both sides", () => {
  assert.deepEqual(compare("questions: { home: { ask: Which house? } }", ["Where?", "Which home?"]).conflicts, [
    "questions.home.ask: the shelf had ‘Where?’ and now has ‘Which home?’; yours says ‘Which house?’.",
  ]);
  assert.deepEqual(compare("declaration: null", ["It is true.", "It is all true."]).conflicts, [
    "declaration: the shelf had ‘It is true.’ and now has ‘It is all true.’; yours takes it out.",
  ]);
  assert.deepEqual(compare("questions: { bins: { hint: Ours } }", ["ask: Which?,", "ask: Which?, hint: Theirs,"]).conflicts, [
    "questions.bins.hint: the shelf adds ‘Theirs’; yours says ‘Ours’.",
  ]);
  assert.deepEqual(
    compare("questions: { bins: { ask: Ours } }", ["  bins: { ask: Which?, type: choices, options: { red: Red, blue: Blue } }\n", ""])
      .conflicts,
    [
      "questions.bins: the shelf had ‘{ ask: Which?, type: choices, options: { red: Red, blue: Blue } }’ and takes it out; yours says ‘{ ask: Ours }’.",
    ],
  );
});

test("what the shelf says by itself now goes from the overlay", () => {
  assert.deepEqual(compare("title: Report any bin", ["Report a bin", "Report any bin"]), { conflicts: [], needless: ["title"] });
  assert.deepEqual(compare("declaration: null", ["declaration: It is true.\n", ""]), { conflicts: [], needless: ["declaration"] });
  assert.deepEqual(compare("flow: [{ remove: too-far }]", ["  - { when: home.far, stop: too-far }\n", ""]), {
    conflicts: [],
    needless: ["flow.1"],
  });
});

test("an edit of the flow whose hold is gone, that the shelf makes too, or of something that has changed is a conflict", () => {
  assert.deepEqual(compare("flow: [{ add: note, after: bins }]", ["  - bins\n", ""]).conflicts, [
    "flow.1: the shelf’s flow has no bins any more; yours names it with after.",
  ]);
  assert.deepEqual(compare("flow: [{ add: bag, after: home }]", ["  - bins\n", "  - bins\n  - bag\n"]).conflicts, [
    "flow.1: the shelf’s flow now has bag too; yours adds it.",
  ]);
  assert.deepEqual(compare("flow: [{ remove: too-far }]", ["home.far,", "home.very_far,"]).conflicts, [
    "flow.1: the shelf has changed how too-far stands in the flow; yours takes it out.",
  ]);
  // An edit may hold on to what one before it has put in.
  assert.deepEqual(compare("flow: [{ add: note, after: home }, { add: more, after: note }]", ["Where?", "Which?"]), NOTHING);
  assert.equal(compare("flow: [home, bins]", ["  - bins\n", "  - bins\n  - bag\n"]).conflicts.length, 1);
});

const OVERLAY = `# Ours
extends: shelf/report-a-bin@1 # pinned
title: Report our bins # as we say
questions:
  # About home
  home:
    ask: Which house?
    hint: >
      The house
      of the bin
  bins: { options: { green: Green, red: null }, ask: Which of them? }
  bag: { ask: "Is there a bag, or none?", type: yes-no }
flow:
  - { add: bag, after: bins }
  - remove: too-far
`;

test("an overlay is rewritten in place: another base, some paths cut, comments and layout kept", () => {
  const cut = (...paths: readonly string[]): string => {
    const rewriting = rewrite(OVERLAY, "shelf/report-a-bin@2", paths);
    assert.ok(rewriting.ok, JSON.stringify(rewriting));
    return rewriting.text;
  };
  assert.equal(cut(), OVERLAY.replace("@1", "@2"));
  assert.equal(cut("title"), OVERLAY.replace("@1", "@2").replace("title: Report our bins # as we say\n", ""));
  assert.equal(cut("questions.home.hint"), OVERLAY.replace("@1", "@2").replace("    hint: >\n      The house\n      of the bin\n", ""));
  assert.match(cut("questions.bins.options.red"), /options: \{ green: Green \}/);
  assert.match(cut("questions.bins.options"), /bins: \{ ask: Which of them\? \}/);
  assert.match(cut("questions.bins.options.green", "questions.bins.options.red"), /bins: \{ ask: Which of them\? \}/);
  assert.match(cut("flow.1", "title"), /flow:\n {2}- remove: too-far\n/);
  assert.doesNotMatch(cut("flow.1", "flow.2"), /flow/);
  assert.deepEqual(rewrite(OVERLAY, "shelf/report-a-bin@2", ["questions.none"]), { ok: false, path: "questions.none" });
});

/** Any small tree of keys, written in blocks or in brackets. */
const TREES = fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
  tree: fc.dictionary(fc.stringMatching(/^[a-d]{1,2}$/), fc.oneof({ depthSize: "small" }, fc.stringMatching(/^[e-k]{1,5}$/), tie("tree")), {
    minKeys: 1,
    maxKeys: 3,
  }),
})).tree;

function written(tree: Record<string, unknown>, indent: string, brackets: boolean): string {
  const parts = Object.entries(tree).map(([key, value]) => {
    if (typeof value === "string") return `${key}: ${value}`;
    // Safe: the values of a tree are texts and trees.
    const inner = value as Record<string, unknown>;
    const inBrackets = brackets || indent.length > 1;
    return inBrackets ? `${key}: ${written(inner, indent, true)}` : `${key}:\n${written(inner, `${indent}  `, false)}`;
  });
  return brackets ? `{ ${parts.join(", ")} }` : parts.map((part) => `${indent}${part}`).join("\n");
}

function pathsOf(tree: Record<string, unknown>, path: string): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path === "" ? key : `${path}.${key}`;
    // Safe: as above.
    return typeof value === "string" ? [here] : [here, ...pathsOf(value as Record<string, unknown>, here)];
  });
}

test("whatever is cut, everything else stays what it was, or nothing is done", () => {
  let done = 0;
  fc.assert(
    fc.property(TREES, fc.nat(), (tree, which) => {
      const text = `extends: shelf/a@1\n${written(tree, "", false)}\n`;
      const paths = pathsOf(tree, "");
      const path = paths[which % paths.length] ?? "";
      const result = rewrite(text, "shelf/a@2", [path]);
      if (!result.ok) return;
      done += 1;
      const left = JSON.stringify(plain(rootOf(result.text)));
      assert.ok(left.includes("shelf/a@2"));
      for (const other of paths.filter((one) => !one.startsWith(path) && !path.startsWith(one)))
        assert.ok(has(rootOf(result.text), other.split(".")), `${other} in ${result.text}`);
      assert.equal(has(rootOf(result.text), path.split(".")), false);
    }),
    { numRuns: 150 },
  );
  assert.ok(done > 100, `${done}`);
});

function has(node: MapNode, [key = "", ...rest]: readonly string[]): boolean {
  const value = node.entries.get(key)?.value;
  return value !== undefined && (rest.length === 0 || (value.kind === "map" && has(value, rest)));
}
