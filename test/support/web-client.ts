import type { TestApp } from "./app.ts";

/** A browser without scripts: follows redirects, keeps cookies, and can only post what a form on the page offers. */
export interface WebClient {
  readonly path: string;
  readonly status: number;
  readonly body: string;
  /** Of the last answer. */
  readonly headers: Readonly<Record<string, string>>;
  get(path: string): Promise<WebClient>;
  /** Fills the page's form that holds `button` (its text) and presses it. Throws where a filled field is not in the form. */
  press(button: string, fields?: Readonly<Record<string, string | readonly string[] | Buffer>>): Promise<WebClient>;
  /** The text of the page's heading. */
  heading(): string;
  /** Messages of the error summary. */
  errors(): readonly string[];
  fieldNames(): readonly string[];
  /** What it sends as the Cookie header. */
  cookies(): string;
}

interface Control {
  readonly name: string;
  readonly value: string;
  readonly type: string;
  readonly on: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

export function plainText(markup: string): string {
  const text = markup.replaceAll(/<[^>]+>/g, " ").replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
  return text.replaceAll(/\s+/g, " ").trim();
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found?.replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

function controlsOf(form: string): Control[] {
  const controls: Control[] = [];
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, "type") ?? "text";
    const choice = type === "checkbox" || type === "radio";
    controls.push({
      name: attribute(tag, "name") ?? "",
      value: attribute(tag, "value") ?? (choice ? "on" : ""),
      type,
      on: !choice || / checked/.test(tag),
    });
  }
  for (const [, tag = "", text = ""] of form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)) {
    controls.push({
      name: attribute(tag, "name") ?? "",
      value: text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity),
      type: "textarea",
      on: true,
    });
  }
  for (const [, tag = "", options = ""] of form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b[^>]*selected[^>]*>/.exec(options)?.[0] ?? /<option\b[^>]*>/.exec(options)?.[0] ?? "";
    controls.push({ name: attribute(tag, "name") ?? "", value: attribute(chosen, "value") ?? "", type: "select", on: true });
  }
  return controls;
}

interface Pressed {
  readonly form: string;
  readonly button: Control | undefined;
}

function find(body: string, words: string): Pressed {
  for (const [form] of body.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
    for (const [, tag = "", inner = ""] of form.matchAll(/(<button\b[^>]*>)([\s\S]*?)<\/button>/g)) {
      if (plainText(inner) !== words) continue;
      const name = attribute(tag, "name");
      return { form, button: name === undefined ? undefined : { name, value: attribute(tag, "value") ?? "", type: "submit", on: true } };
    }
  }
  // A button may stand outside its form, and name it.
  for (const [, tag = "", inner = ""] of body.matchAll(/(<button\b[^>]*>)([\s\S]*?)<\/button>/g)) {
    const id = attribute(tag, "form");
    if (id === undefined || plainText(inner) !== words) continue;
    const form = [...body.matchAll(/<form\b[\s\S]*?<\/form>/g)]
      .map(([text]) => text)
      .find((text) => attribute(text.slice(0, text.indexOf(">") + 1), "id") === id);
    if (form === undefined) continue;
    return { form, button: { name: attribute(tag, "name") ?? "", value: attribute(tag, "value") ?? "", type: "submit", on: true } };
  }
  throw new Error(`There is no button "${words}" on the page: ${plainText(body).slice(0, 400)}`);
}

type Filled = Readonly<Record<string, string | readonly string[] | Buffer>>;

function pairsOf({ form, button }: Pressed, filled: Filled): [string, string | Buffer][] {
  const controls = controlsOf(form);
  const names = new Set(controls.map(({ name }) => name));
  for (const name of Object.keys(filled))
    if (!names.has(name)) throw new Error(`The form has no field "${name}", only ${[...names].join(", ")}`);
  const kept = controls.filter(({ name, on, type }) => name !== "" && on && type !== "file" && type !== "submit" && !(name in filled));
  const given = Object.entries(filled).flatMap(([name, value]): [string, string | Buffer][] =>
    typeof value === "string" || Buffer.isBuffer(value) ? [[name, value]] : value.map((one) => [name, one]),
  );
  const pressed: [string, string][] = button === undefined ? [] : [[button.name, button.value]];
  return [...kept.map(({ name, value }): [string, string] => [name, value]), ...given, ...pressed];
}

async function encode(multipart: boolean, pairs: readonly [string, string | Buffer][]) {
  if (!multipart) {
    const text = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)]));
    return { payload: text.toString(), type: "application/x-www-form-urlencoded" };
  }
  const form = new FormData();
  for (const [name, value] of pairs) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(value)]), "photo.png");
  }
  const response = new Response(form);
  return { payload: Buffer.from(await response.arrayBuffer()), type: response.headers.get("content-type") ?? "" };
}

interface Last {
  readonly path: string;
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A visitor to a test app, at the front page of a council. */
export function webClient(app: TestApp, host = "eastmere.example"): WebClient {
  const cookies = new Map<string, string>();
  const state: Last = { path: "/", status: 0, body: "", headers: {} };
  const headers = () => ({ host, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") });
  const follow = async (answer: Awaited<ReturnType<TestApp["inject"]>>, path: string): Promise<void> => {
    for (const cookie of answer.cookies) cookies.set(cookie.name, cookie.value);
    const to = answer.headers.location;
    if (answer.statusCode >= 300 && answer.statusCode < 400 && to !== undefined) return visit(to);
    const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
    Object.assign(state, { path, status: answer.statusCode, body: answer.body, headers: Object.fromEntries(told) });
  };
  const visit = async (path: string): Promise<void> => follow(await app.inject({ url: path, headers: headers() }), path);
  const client: WebClient = {
    get path() {
      return state.path;
    },
    get status() {
      return state.status;
    },
    get body() {
      return state.body;
    },
    get headers() {
      return state.headers;
    },
    async get(path) {
      await visit(path);
      return client;
    },
    async press(words, fields = {}) {
      const pressed = find(state.body, words);
      const path = attribute(pressed.form.slice(0, pressed.form.indexOf(">")), "action") ?? state.path;
      const { payload, type } = await encode(pressed.form.includes("multipart/form-data"), pairsOf(pressed, fields));
      await follow(await app.inject({ method: "POST", url: path, payload, headers: { ...headers(), "content-type": type } }), path);
      return client;
    },
    heading: () => plainText(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(state.body)?.[1] ?? ""),
    errors: () =>
      [...(/govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(state.body)?.[1] ?? "").matchAll(/<li>([\s\S]*?)<\/li>/g)].map(
        ([, text = ""]) => plainText(text),
      ),
    cookies: () => headers().cookie,
    fieldNames: () => controlsOf(state.body).map(({ name }) => name),
  };
  return client;
}
