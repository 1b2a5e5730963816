import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer } from "../../src/answers/answer-type.ts";
import { walk } from "../../src/journey/walk.ts";
import { TODAY, imported } from "./imported.ts";

interface Part {
  readonly type: string;
  readonly name: string;
  readonly title: string;
}
interface Made {
  readonly path: string;
  readonly title: string;
  readonly condition?: string;
  readonly components: readonly (Part & { readonly id: string; readonly options: object; readonly schema: object })[];
}

function page(path: string, title: string, parts: readonly Part[], condition?: string): Made {
  const components = parts.map((part) => ({ id: `id-${part.name}`, options: {}, schema: {}, ...part }));
  return { path, title, components, ...(condition === undefined ? {} : { condition }) };
}

function isYes(name: string): object {
  const items = [{ id: `is-${name}`, componentId: `id-${name}`, operator: "is", type: "BooleanValue", value: true }];
  return { id: name, displayName: `${name} is yes`, items };
}

function form(pages: readonly Made[], conditions: readonly object[] = []): object {
  const summary = { path: "/summary", title: "Summary", controller: "SummaryPageController" };
  return { engine: "V2", schema: 2, name: "Free school meals", pages: [...pages, summary], conditions, lists: [], sections: [] };
}

/** Three children on pages of their own, each asked for when the one before said that there is another. */
function children(change: (pages: Made[]) => void = () => {}): object {
  const pages = [1, 2, 3].flatMap((number) => {
    const when = number === 1 ? undefined : `child${number - 1}More`;
    return [
      page(
        `/child-${number}-name`,
        `What is the first name of child ${number}?`,
        [{ type: "TextField", name: `child${number}Name`, title: `First name of child ${number}` }],
        when,
      ),
      page(
        `/child-${number}-born`,
        `When was child ${number} born?`,
        [{ type: "DatePartsField", name: `child${number}Born`, title: "Date of birth" }],
        when,
      ),
      page(
        `/child-${number}-more`,
        "Is there another child?",
        [{ type: "YesNoField", name: `child${number}More`, title: "Is there another child?" }],
        when,
      ),
    ];
  });
  const all = [page("/parent", "Your name?", [{ type: "TextField", name: "parent", title: "Your name?" }]), ...pages];
  change(all);
  return form(all, [isYes("child1More"), isYes("child2More")]);
}

function questionsOf(definition: string): readonly string[] {
  return [...definition.matchAll(/^ {2}(\w+):(?= \{ ask|$)/gm)].map(([, id = ""]) => id);
}

test("pages for child 1, 2 and 3, each asked for after the one before, become one group", () => {
  const { definition, report, compiled, names } = imported("meals.json", children());
  assert.match(definition, /ask: Tell us about each child/);
  assert.match(definition, /name: \{ ask: What is the first name of the child\?, type: text/);
  assert.match(definition, /least: 1\n? *,? ?most: 3|least: 1, most: 3/);
  assert.doesNotMatch(definition, /another child/);
  const group = names.get("child 1 to 3") ?? "";
  const kinds = compiled.questions.get(group)?.settings.questions?.map(({ type }) => type);
  assert.deepEqual(kinds, ["text", "date"]);
  assert.match(report, /child1Name, child2Name, child3Name → childName; child1Born, child2Born, child3Born → childBorn/);
  assert.match(report, /\(child1More, child2More\) became the button/);
});

test("an entry for each child that was asked about goes through the folded form", () => {
  const { compiled, names } = imported("meals.json", children());
  const child = (name: string): Answer => ({ child_name: name, child_born: "2020-02-29" });
  const answers: Record<string, Answer> = {
    [names.get("parent") ?? ""]: "Ada",
    [names.get("child 1 to 3") ?? ""]: [child("Bo"), child("Cy")],
  };
  assert.equal(walk(compiled, answers, TODAY).at.kind, "check");
});

test("what is not the same for each is left as it is, and the report says why", () => {
  const differing: readonly (readonly [(pages: Made[]) => void, RegExp])[] = [
    [
      (pages) => {
        pages[4] = { ...pages[4]!, title: "What is the surname of child 2?" };
      },
      /child2Name is not asked in the same words/,
    ],
    [
      (pages) => {
        pages[5] = { ...pages[5]!, condition: "child1More", components: [{ ...pages[5]!.components[0]!, options: { required: false } }] };
      },
      /child2Born is not asked in the same words and the same way/,
    ],
    [
      (pages) => {
        delete (pages[8] as { condition?: string }).condition;
      },
      /not all asked of the same people/,
    ],
    [
      (pages) => {
        pages.push(page("/gift", "A gift?", [{ type: "TextField", name: "gift", title: "A gift?" }], "child2More"));
      },
      /\/gift reads the answers of one of them/,
    ],
  ];
  for (const [change, why] of differing) {
    const { definition, report } = imported("meals.json", children(change));
    assert.doesNotMatch(definition, /type: group/);
    assert.match(report, why);
    assert.match(report, /They stay as they are/);
  }
});

test("two references that everybody gives become a group of exactly two, whatever their names", () => {
  const reference = (word: string, names: readonly [string, string]): readonly Made[] => [
    page(`/${word}-referee`, `Who is your ${word} referee?`, [
      { type: "TextField", name: names[0], title: "Name" },
      { type: "EmailAddressField", name: names[1], title: "Email address" },
    ]),
  ];
  const { definition, report } = imported(
    "job.json",
    form([...reference("first", ["xKpQrs", "mWbTzv"]), ...reference("second", ["hJdLqw", "zXcVbn"])]),
  );
  assert.match(definition, /entry: referee, least: 2, most: 2|entry: referee\n *least: 2\n *most: 2/);
  assert.match(report, /xKpQrs, hJdLqw → xKpQrs/);
});

test("numbered steps that ask different things are no repeat", () => {
  const steps = form([
    page("/step-1", "Step 1", [{ type: "TextField", name: "a", title: "Your name?" }]),
    page("/step-2", "Step 2", [{ type: "DatePartsField", name: "b", title: "Your date of birth?" }]),
  ]);
  const { definition, report } = imported("steps.json", steps);
  assert.deepEqual(questionsOf(definition).length >= 2, true);
  assert.doesNotMatch(definition + report, /group,|seem to ask/);
});
