import { createHash } from "node:crypto";

import type { Case } from "../../cases/case.ts";
import type { CaseStore } from "../../cases/case-store.ts";
import type { RefusedFile } from "../../cases/replied-event.ts";
import { personWrites } from "../../cases/together/person-writes.ts";
import { mainOf } from "../../cases/together/tie.ts";
import type { TogetherStore } from "../../cases/together/together-store.ts";
import type { Councils } from "../../councils/councils.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { FileStore } from "../../platform/files/file-store.ts";
import { addFile } from "../../platform/files/file-rows.ts";
import { receiveFile } from "../../platform/files/receive.ts";
import type { Scanner } from "../../platform/files/scanner.ts";
import type { RateLimits } from "../../platform/http/rate-limits.ts";
import { derivedUuid } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Secrets } from "../../platform/secrets.ts";
import type { ReadToken } from "./mail-token.ts";
import { readMailName } from "./mail-token.ts";
import type { InboundMail } from "./read-mail.ts";
import { readApart } from "./read-apart.ts";
import { replyBound, replyRound } from "./reply-address.ts";

/** What a mail server is answered: taken, or a code of RFC 5321 with words that its sender reads. */
export type MailVerdict = { readonly ok: true } | { readonly ok: false; readonly code: number; readonly words: string };

export interface Envelope {
  /** Empty for reports and other mail to which nobody may answer. */
  readonly sender: string;
  readonly recipients: readonly string[];
}

/** Port: takes mail for the addresses that our emails are answered to. */
export interface MailIn {
  /** Whether an address is one of ours. */
  addressed(recipient: string, sender: string): Promise<MailVerdict>;
  /** Takes an email; once it gives ok, the email is in the database. The same again changes nothing. */
  take(envelope: Envelope, raw: Buffer): Promise<MailVerdict>;
}

export interface MailInHouse {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly councils: Pick<Councils, "all">;
  readonly secrets: Secrets;
  readonly cases: CaseStore;
  readonly together: TogetherStore;
  readonly files: FileStore;
  readonly scanner: Scanner;
  readonly rateLimits: RateLimits;
  readonly wake: (council: string) => void;
  /** Notes that a message came back. */
  readonly bounced: (council: string, message: string, why: string) => Promise<void>;
}

const TAKEN: MailVerdict = { ok: true };
// The same for an address that never was, a case that is closed and one that is erased: it tells nobody which.
const NO_SUCH: MailVerdict = { ok: false, code: 550, words: "5.1.1 This address takes no mail. Use the council's website to reach it" };
const LATER: MailVerdict = { ok: false, code: 451, words: "4.3.0 We cannot take mail at the moment. Try again later" };
const TOO_OFTEN: MailVerdict = { ok: false, code: 450, words: "4.7.1 Too many messages. Try again later" };
const NOT_READ: MailVerdict = { ok: false, code: 554, words: "5.6.0 We could not read this message. Write it again as plain text" };

const MOST_FILES = 20;
const TOO_MANY = `An email can bring up to ${MOST_FILES} files`;

interface Found {
  readonly council: string;
  readonly token: ReadToken;
  /** The case that is answered about; undefined for news of a message. */
  readonly item: Case | undefined;
}

export function mailIn(house: MailInHouse): MailIn {
  return {
    addressed: (recipient, sender) =>
      answered(house, async () => {
        const found = await find(house, recipient);
        if (found === undefined || (found.token.purpose === "bounce" && sender !== "")) return NO_SUCH;
        house.rateLimits.spend("mail-in", found.council, sender === "" ? found.token.id : sender.toLowerCase());
        return TAKEN;
      }),
    take: (envelope, raw) =>
      answered(house, async () => {
        const mail = await readApart(raw);
        if (mail === undefined) return NOT_READ;
        for (const recipient of new Set(envelope.recipients)) {
          const found = await find(house, recipient);
          const verdict = found === undefined ? NO_SUCH : await takeFor(house, found, envelope, mail, raw);
          if (!verdict.ok) return verdict;
        }
        return TAKEN;
      }),
  };
}

/** What fails is tried again by the server that sent it. */
async function answered({ log }: MailInHouse, work: () => Promise<MailVerdict>): Promise<MailVerdict> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "too-many-tries") return TOO_OFTEN;
    log.warn("mail not taken", {}, error);
    return LATER;
  }
}

async function find(house: MailInHouse, recipient: string): Promise<Found | undefined> {
  const token = readMailName(recipient.slice(0, recipient.lastIndexOf("@")));
  if (token === undefined) return undefined;
  for (const { id: council } of house.councils.all().filter(({ id }) => token.isOf(id))) {
    const secret = await house.secrets.of(council);
    if (token.purpose === "bounce" && token.holds(secret, council, "")) return { council, token, item: undefined };
    const item = token.purpose === "reply" ? await house.cases.byId(council, token.id) : undefined;
    if (item?.person.email == null) continue;
    const round = await replyRound(house.database, council, item.id);
    if (token.holds(secret, council, replyBound(item.person.email, round))) return { council, token, item };
  }
  return undefined;
}

async function takeFor(house: MailInHouse, found: Found, envelope: Envelope, mail: InboundMail, raw: Buffer): Promise<MailVerdict> {
  const { council, item, token } = found;
  if (item === undefined) {
    if (mail.bounce !== undefined) await house.bounced(council, token.id, mail.bounce.why);
    return TAKEN;
  }
  const unique = mail.messageId ?? createHash("sha256").update(raw).digest("hex");
  const key = derivedUuid("mail-in", council, item.id, unique);
  // It was taken, and the word that it was got lost.
  if (item.closedAt !== null && mainOf(item) === undefined) return (await wasTaken(house, item, key)) ? TAKEN : NO_SUCH;
  const verdict = envelope.sender === "" || mail.automatic ? await note(house, item, mail, key) : await reply(house, item, mail, key);
  house.wake(council);
  return verdict;
}

async function wasTaken({ cases }: MailInHouse, item: Case, key: string): Promise<boolean> {
  return (await cases.events(item.council, item.id)).some((event) => event.key === key);
}

function asking(item: Case, key: string) {
  return { council: item.council, caseId: item.id, channel: "email", officer: null, roles: [], key } as const;
}

const NOTE = 4900;

/** What a program wrote is a note: it asks for nothing, moves nothing, and is answered by nothing, so two programs never answer each other for ever. */
async function note({ cases }: MailInHouse, item: Case, mail: InboundMail, key: string): Promise<MailVerdict> {
  const text = `An automatic answer came to our email: ${mail.subject}\n\n${mail.text}`.slice(0, NOTE).toWellFormed();
  const applied = await cases.apply(asking(item, key), { kind: "note", text });
  return applied.ok ? TAKEN : NO_SUCH;
}

async function reply(house: MailInHouse, item: Case, mail: InboundMail, key: string): Promise<MailVerdict> {
  const kept = await keepFiles(house, item, mail, key);
  if (kept === undefined) return LATER;
  const another = mail.from === item.person.email?.toLowerCase() ? null : (mail.from ?? "");
  const text = mail.text === "" ? mail.subject : mail.text;
  const said = { original: mail.original, another, refused: kept.refused };
  const applied = await personWrites(house, item, asking(item, key), { kind: "reply", text, files: kept.files, mail: said });
  return applied.ok ? TAKEN : NO_SUCH;
}

interface KeptFiles {
  readonly files: readonly string[];
  readonly refused: readonly RefusedFile[];
}

/** Keeps the files that may be kept; undefined where they cannot be looked at now. Their ids follow from the email, so that one sent twice keeps them once. */
async function keepFiles(house: MailInHouse, item: Case, mail: InboundMail, key: string): Promise<KeptFiles | undefined> {
  const files: string[] = [];
  const refused: RefusedFile[] = [];
  for (const [index, { name, bytes }] of mail.files.entries()) {
    const receipt = index < MOST_FILES ? await receiveFile({ bytes, name, accept: "any" }, house.scanner) : undefined;
    if (receipt?.ok === false && receipt.problem.code === "file-not-scanned") return undefined;
    if (receipt?.ok !== true) {
      refused.push({ name: name.slice(0, 100).toWellFormed(), why: receipt?.problem.message ?? TOO_MANY });
      continue;
    }
    const stored = await house.files.put(item.council, receipt.file.bytes);
    const id = derivedUuid("file", key, String(index));
    const row = {
      id,
      name: receipt.file.name,
      type: receipt.file.type,
      ...stored,
      draft: null,
      caseId: item.id,
      createdAt: house.clock.now(),
    };
    await addFile(house.database, item.council, row);
    files.push(id);
  }
  return { files, refused };
}
