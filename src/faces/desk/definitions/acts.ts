import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { actInWords } from "../../../councils/act-words.ts";
import type { Wanted } from "../../../councils/carry-out.ts";
import { diffServices } from "../../../definition/diff/diff-services.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { moment } from "../../shared/dates.ts";
import type { Desk } from "../desk.ts";
import type { ActPage } from "./act-page.ts";
import { changeList, findingList } from "./definition-parts.ts";

/** What an act's page shows, and what is wanted when its form is sent. `given` is what the address or the form names. */
export interface ActKind {
  page(context: Context, desk: Desk, service: string, given: (name: string) => string): Promise<ActPage>;
  wanted(context: Context, desk: Desk, service: string, given: (name: string) => string): Wanted | undefined;
}

function seen({ councils }: Context, { visit }: Desk, service: string): number {
  return councils.acts(visit.council.id, service).length;
}

/** The number that was named; 0, which nothing has, for anything else. */
function whole(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}

function titleOf({ councils }: Context, { visit }: Desk, service: string): string {
  return (councils.service(visit.council.id, service) ?? councils.withdrawn(visit.council.id, service))?.title ?? service;
}

const publish: ActKind = {
  async page(context, desk, service) {
    const onDisk = context.councils.onDisk(desk.visit.council.id, service);
    if (onDisk === undefined) throw refusal("service-not-found");
    const { compilation, definition, hash } = onDisk;
    const before = context.councils.service(desk.visit.council.id, service);
    const changes = compilation.ok && before !== undefined ? diffServices(before, compilation.service) : undefined;
    const about = compilation.ok
      ? html`<p class="govuk-body">The text of ${definition.file.name} becomes the live version.</p>${
          changes !== undefined && html`<h2 class="govuk-heading-m">What changes for residents and officers</h2>${changeList(changes)}`
        }`
      : html`<p class="govuk-body">The file has mistakes, so it cannot be published.</p>${findingList(compilation.findings)}`;
    const title = `Publish ${titleOf(context, desk, service)}`;
    const hidden = { seen: seen(context, desk, service), hash };
    return { service, act: "publish", title, about, button: "Publish", timed: true, hidden, open: compilation.ok };
  },
  wanted(context, desk, service, given) {
    const onDisk = context.councils.onDisk(desk.visit.council.id, service);
    const same = onDisk?.compilation.ok === true && onDisk.hash === given("hash");
    return same ? { kind: "publish", text: onDisk.definition } : undefined;
  },
};

const withdraw: ActKind = {
  async page(context, desk, service) {
    const about = html`<p class="govuk-body">Nobody can start or send it any more, online or with an officer. Residents meet a page that says how else to reach you.</p>
<ul class="govuk-list govuk-list--bullet"><li>Answers that are not sent yet are kept for the usual time, and their page says so.</li><li>Cases go on as before.</li><li>A journey that an officer has begun may be finished.</li><li>A changed file does not bring it back. Publishing it does.</li></ul>`;
    const title = `Withdraw ${titleOf(context, desk, service)}`;
    return {
      service,
      act: "withdraw",
      title,
      about,
      button: "Withdraw",
      timed: true,
      hidden: { seen: seen(context, desk, service) },
      open: true,
    };
  },
  wanted: () => ({ kind: "withdraw" }),
};

const rollBack: ActKind = {
  async page(context, desk, service, given) {
    const council = desk.visit.council.id;
    const version = await context.councils.version(council, service, whole(given("version")));
    if (version === undefined) throw refusal("page-not-found");
    const live = context.councils.service(council, service);
    const about =
      live === undefined
        ? html`<p class="govuk-body">It is not live now.</p>`
        : html`<h2 class="govuk-heading-m">What changes from version ${live.version}</h2>${changeList(diffServices(live, version))}`;
    const title = `Make version ${version.version} of ${version.title} live`;
    const hidden = { seen: seen(context, desk, service), version: version.version };
    return { service, act: "roll-back", title, about, button: "Make it live", timed: true, hidden, open: true };
  },
  wanted: (_context, _desk, _service, given) => ({ kind: "roll-back", version: whole(given("version")) }),
};

const callOff: ActKind = {
  async page(context, desk, service, given) {
    const act = context.councils.acts(desk.visit.council.id, service).find(({ number }) => String(number) === given("number"));
    if (act === undefined) throw refusal("page-not-found");
    const about = html`<p class="govuk-body">Number ${act.number}: ${actInWords(act)} from ${moment(act.at)}. It will not happen.</p>`;
    const hidden = { seen: seen(context, desk, service), number: act.number };
    const title = `Call off what is planned for ${titleOf(context, desk, service)}`;
    return { service, act: "call-off", title, about, button: "Call it off", timed: false, hidden, open: true };
  },
  wanted: (_context, _desk, _service, given) => ({ kind: "cancel", act: whole(given("number")) }),
};

/** By the last part of the page's address. */
export const DESK_ACTS: ReadonlyMap<string, ActKind> = new Map([
  ["publish", publish],
  ["withdraw", withdraw],
  ["roll-back", rollBack],
  ["call-off", callOff],
]);
