import assert from "node:assert/strict";

import type { PublishedService } from "../../src/definition/service.ts";
import { englishWords, ourEnglish, wordsOf } from "./english-words.ts";
import type { WebClient } from "./web-client.ts";
import { plainText } from "./web-client.ts";

/** What the people of the tests typed, which stays as they typed it, and names. */
const TYPED =
  /Plain words|Zo(ë|&euml;) O’Neill (&amp;|&) Sons|Sons <no\. 2>|&lt;no\. 2&gt;|no\. 2|A first line|and a second with “quotes”|Outside 12 Mill Lane|National Highways|Ynys Heard|picture\.png|photo\.png|\S+@\S+|[\w.-]+\.(example|com|org|uk)\S*/gi;

/** Schools of the borough's register, which have one name. */
const SCHOOL = /(?:(?:\p{Lu}[\p{L}’']+|of) )+(?:School|Academy)\b/gu;

/** A reference is drawn by chance, and one in some hundreds has a short word in it. */
const REFERENCE = /\b[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}\b/g;

/** What a page says in no language but Welsh: parts that are marked as English are left out. */
export function strangersIn(body: string, ours: ReadonlySet<string>): readonly string[] {
  const own = body.replace(/<html[^>]*>/, "").replace(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, " ");
  const hidden = [...own.matchAll(/(?:aria-label|title|placeholder|data-i18n[.\w-]*|content)="([^"]*)"/g)].map(([, text = ""]) => text);
  const shown = `${plainText(own)} ${hidden.filter((text) => !text.includes("width=")).join(" ")}`;
  return strangersOf(shown, ours);
}

/** The English words in a text that should have none. */
export function strangersOf(shown: string, ours: ReadonlySet<string>): readonly string[] {
  const text = shown.replaceAll(TYPED, " ").replaceAll(SCHOOL, " ").replaceAll(REFERENCE, " ");
  return [...new Set([...englishWords(text), ...wordsOf(text).filter((word) => ours.has(word))])];
}

const KNOWN = new WeakMap<PublishedService, ReadonlySet<string>>();
export const OUR_ENGLISH = ourEnglish();

/** That the page is Welsh, and has no word of our English texts, nor of the service's. */
export function assertWelsh(client: WebClient, service?: PublishedService): void {
  assert.match(client.body, /<html lang="cy"/, client.path);
  assert.deepEqual(strangersIn(client.body, wordsFor(service)), [], `${client.path}: ${plainText(client.body).slice(0, 1500)}`);
}

function wordsFor(service: PublishedService | undefined): ReadonlySet<string> {
  if (service === undefined) return OUR_ENGLISH;
  const known = KNOWN.get(service) ?? ourEnglish(service);
  KNOWN.set(service, known);
  return known;
}
