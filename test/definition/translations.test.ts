import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { compileDefinition } from "../../src/definition/compile-definition.ts";
import { inLanguage } from "../../src/definition/in-language.ts";
import type { Compilation, Finding, Service } from "../../src/definition/service.ts";
import { compareTranslations } from "../../src/definition/translation/compare.ts";
import { parseYaml } from "../../src/definition/yaml/parse-yaml.ts";
import { COUNCIL } from "./compile-text.ts";
import { ENGLISH, WELSH, WELSH_FRAGMENT } from "./welsh-text.ts";

const BOTH = { ...COUNCIL, languages: ["en", "cy"] as const };

function compiled(text: string, council: Parameters<typeof compileDefinition>[2] = BOTH): Compilation {
  return compileDefinition(
    { name: "borrow-a-tool.yaml", text },
    new Map([["who-you-are", { name: "who-you-are.yaml", text: WELSH_FRAGMENT }]]),
    council,
  );
}

function serviceOf(text: string): Service {
  const compilation = compiled(text);
  assert.ok(compilation.ok, JSON.stringify(compilation.findings));
  return compilation.service;
}

function said(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, line, column, message, fix }) => `${code} ${line}:${column} ${message} ${fix}`);
}

/** The Welsh definition with one text of it other than it was. */
function altered(before: string, after: string): string {
  assert.ok(WELSH.includes(before), before);
  return WELSH.replace(before, () => after);
}

describe("a definition with its Welsh", () => {
  it("has the Welsh of what officers record where the person sees it, and asks for none of the rest", () => {
    const asks =
      "{ state: { ask: What state is it in?, type: text, longest: 40, public: true }, fine: { ask: What is the fine?, type: money } }";
    const action = "take-back: { title: Take it back, to: back, reason: required";
    const text = altered(action, `${action}, asks: ${asks}`);
    const missing = compiled(text).findings.map(({ code, message }) => `${code} ${message}`);
    assert.deepEqual(missing.length, 1);
    assert.match(missing[0] ?? "", /translation-missing .*What state is it in\?/);
    const whole = `${text}  What state is it in?: Ym mha gyflwr y mae?\n`;
    assert.deepEqual(compiled(whole).findings, []);
    const asked = serviceOf(whole).welsh?.case.asked;
    const [state, fine] = [asked?.get("state")?.question, asked?.get("fine")?.question];
    assert.deepEqual([state?.ask, state?.language], ["Ym mha gyflwr y mae?", "cy"]);
    assert.deepEqual([fine?.ask, fine?.language], ["What is the fine?", undefined]);
  });

  it("compiles to the service in both languages, its fragments too", () => {
    const { welsh, ...english } = serviceOf(WELSH);
    assert.ok(welsh !== undefined);
    assert.equal(english.title, "Borrow a tool");
    assert.equal(welsh.title, "Benthyca offeryn");
    assert.equal(welsh.language, "cy");
    assert.deepEqual(welsh.start.who, ["Gall unrhyw un sy’n byw yn y fwrdeistref fenthyca offeryn."]);
    const tool = welsh.questions.get("tool");
    assert.equal(tool?.language, "cy");
    assert.deepEqual(tool?.settings.options, { drill: "Dril", ladder: "Ysgol" });
    assert.equal(welsh.questions.get("your_name")?.ask, "Beth yw eich enw?");
    assert.equal(welsh.questions.get("helpers")?.settings.questions?.[0]?.language, "cy");
    assert.equal(welsh.case.stages.get("lent")?.says, "Mae’r offeryn gennych.");
    assert.equal(welsh.messages.get("take-back")?.body, "Annwyl {name},\n\nMae’r offeryn yn ôl. {reason}");
    assert.equal(welsh.messages.get("received")?.subject, "Rydym wedi cael eich cais: {reference}");
    assert.equal(welsh.hash, english.hash);
  });

  it("gives the same object for the same language", () => {
    const published = { ...serviceOf(WELSH), version: 3 };
    assert.equal(inLanguage(published, "en"), published);
    assert.equal(inLanguage(published, "cy"), inLanguage(published, "cy"));
    assert.equal(inLanguage(published, "cy").version, 3);
    const { welsh: _welsh, ...english } = published;
    assert.equal(inLanguage(english, "cy"), english);
  });

  it("shows a question whose hint or option lacks its Welsh in English as a whole, and says which text lacks it", () => {
    const text = altered("  Goggles: Gogls\n", "");
    assert.equal(serviceOf(text).welsh?.questions.get("extras")?.ask, "What else do you need?");
    assert.equal(serviceOf(text).welsh?.questions.get("extras")?.language, undefined);
    assert.equal(serviceOf(text).welsh?.questions.get("card")?.language, "cy");
    assert.deepEqual(said(compiled(text).findings), [
      "translation-missing 24:41 “Goggles” has no Welsh. Write it under welsh:, with this English in front of it.",
    ]);
  });

  it("stays English as a whole where the title has no Welsh", () => {
    assert.equal(serviceOf(altered("  Borrow a tool: Benthyca offeryn\n", "")).welsh, undefined);
  });

  it("is found to lack its Welsh as a whole, once, where the council publishes in it", () => {
    assert.deepEqual(said(compiled(ENGLISH).findings), [
      "translation-none 2:8 The council publishes in Welsh, and the service has none: 42 texts. Add welsh: with each text and its Welsh. guildhall translations exports them for a translator.",
    ]);
    assert.deepEqual(compiled(ENGLISH, { ...COUNCIL, languages: ["en"] }).findings, []);
    assert.deepEqual(compiled(ENGLISH, COUNCIL).findings, []);
  });

  it("says where English was changed after its Welsh was made, and what it says now", () => {
    const text = altered("ask: What is your library card number?", "ask: What is the number of your library card?");
    assert.deepEqual(said(compiled(text).findings), [
      "translation-missing 31:16 “What is the number of your library card?” has no Welsh. Write it under welsh:, with this English in front of it.",
      "translation-stale 101:3 No text says “What is your library card number?” any more. The English is now “What is the number of your library card?”: put that in front, and the Welsh of it behind.",
    ]);
    assert.equal(serviceOf(text).welsh?.questions.get("card")?.ask, "What is the number of your library card?");
  });

  it("may translate the same English otherwise in one place, and yes and no by question", () => {
    const asked = ENGLISH.replace("  card: {", "  done: { ask: Is it for you?, type: yes-no }\n  card: {").replace(
      "  - card\n",
      "  - done\n  - card\n",
    );
    const welsh = WELSH.slice(ENGLISH.length).replace("  A drill: Dril\n", "  A drill: { tool: Un dril, any: Dril }\n");
    const text = `${asked}${welsh}  Is it for you?: Ai i chi y mae?\n  Yes: { done: Ie, i mi }\n  No: { done: Nage }\n`.replace(
      "Ie, i mi",
      '"Ie, i mi"',
    );
    assert.deepEqual(said(compiled(text).findings), []);
    const { welsh: service } = serviceOf(text);
    assert.equal(service?.questions.get("tool")?.settings.options?.["drill"], "Un dril");
    assert.deepEqual(service?.questions.get("done")?.says, { yes: "Ie, i mi", no: "Nage" });
  });

  it("names the place of a translation whose place is gone", () => {
    const text = altered("  A drill: Dril\n", "  A drill: { tools: Un dril, any: Dril }\n");
    assert.deepEqual(said(compiled(text).findings), [
      "translation-stale 87:14 No text at tools says “A drill” any more. Take it out, or put the new English in front of it.",
    ]);
  });

  it("keeps placeholders as they are", () => {
    const findings = compiled(altered('"Annwyl {name},"', '"Annwyl {enw},"')).findings;
    assert.deepEqual(
      findings.map(({ code, severity, message }) => `${code} ${severity} ${message}`),
      ["translation-placeholder error The Welsh lacks {name}."],
    );
  });

  it("translates a text of several paragraphs piece by piece", () => {
    const body = 'body: "Our longest ladder reaches 6 metres.\\n\\n- a fence\\n- a  pond\\n\\nSorry"';
    const text = `${altered("body: Our longest ladder reaches 6 metres.", body)}  a fence: ffens\n  a pond: pwll\n  Sorry: Mae’n ddrwg gennym\n`;
    assert.deepEqual(said(compiled(text).findings), []);
    assert.equal(
      serviceOf(text).welsh?.outcomes.get("too-high")?.body,
      "Mae ein hysgol hiraf yn cyrraedd 6 metr.\n\n- ffens\n- pwll\n\nMae’n ddrwg gennym",
    );
  });

  it("refuses what is no text where the Welsh belongs", () => {
    const codes = compiled(altered("  drill: dril\n", "  drill: [dril]\n")).findings.map(({ code }) => code);
    assert.ok(codes.includes("value-shape"), codes.join(" "));
  });

  it("lists every piece once, in the order of the file", () => {
    const { root } = parseYaml({ name: "x.yaml", text: WELSH });
    assert.ok(root?.kind === "map");
    const { pieces, missing, stale } = compareTranslations(root, []);
    assert.deepEqual([missing, stale], [[], []]);
    assert.deepEqual(
      pieces.slice(0, 3).map(({ english }) => english),
      ["Borrow a tool", "Borrow a tool from the library for up to four weeks.", "drill"],
    );
    assert.equal(new Set(pieces.map(({ english }) => english)).size, pieces.length);
  });
});
