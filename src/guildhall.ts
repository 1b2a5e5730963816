import { join } from "node:path";

import type { FastifyInstance } from "fastify";

import { bulkStore } from "./cases/bulk-store.ts";
import { caseStore } from "./cases/case-store.ts";
import { calendarOfNation, workCalendar } from "./cases/clock/work-calendar.ts";
import { caseLinks } from "./cases/case-links.ts";
import { savedLists } from "./cases/saved-lists.ts";
import { submissionStore } from "./cases/submission-store.ts";
import { partHandler } from "./cases/together/part-handler.ts";
import { togetherStore } from "./cases/together/together-store.ts";
import { worklist } from "./cases/worklist.ts";
import { clamdScanner } from "./connectors/clamd/clamd-scanner.ts";
import type { Receiver } from "./connectors/smtp/smtp-receiver.ts";
import { archiveHandler } from "./archive/make-archive.ts";
import type { Context } from "./context.ts";
import { digestMail } from "./digest.ts";
import { startHousekeeping } from "./housekeeping.ts";
import type { Council } from "./councils/council.ts";
import { openCouncils } from "./councils/councils.ts";
import { draftStore } from "./drafts/draft-store.ts";
import { resumeLinks } from "./drafts/resume-links.ts";
import { measureHandler } from "./measures/measure-jobs.ts";
import { measureStore } from "./measures/measure-store.ts";
import { alarmMail } from "./messages/alarm-mail.ts";
import { confirmMail, teamMail } from "./messages/confirm-mail.ts";
import { messageHandler } from "./messages/deliver.ts";
import type { PrepareMail } from "./messages/deliver-mail.ts";
import { mailHandler } from "./messages/deliver-mail.ts";
import { emergencyMail } from "./messages/emergency-mail.ts";
import { returnAddresses } from "./messages/inbound/reply-address.ts";
import type { MailIn } from "./messages/inbound/take-mail.ts";
import { mailIn } from "./messages/inbound/take-mail.ts";
import type { MailSender } from "./messages/mail.ts";
import { officeMail } from "./messages/office-mail.ts";
import { reminderMail } from "./messages/reminder-mail.ts";
import { requestMail } from "./messages/request-mail.ts";
import { resumeMail } from "./messages/resume-mail.ts";
import { coversOn } from "./people/leave.ts";
import { officersInRole } from "./people/officers.ts";
import { undeliveredMail } from "./messages/undelivered-mail.ts";
import { noteUndelivered } from "./messages/undelivered-store.ts";
import { teller } from "./messages/tell.ts";
import type { Clock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/database.ts";
import { diskFiles } from "./platform/files/disk-files.ts";
import { noScanner } from "./platform/files/scanner.ts";
import { makeRateLimits } from "./platform/http/rate-limits.ts";
import type { Ids } from "./platform/ids.ts";
import { createJobs } from "./platform/jobs.ts";
import type { Log } from "./platform/log.ts";
import { migrate } from "./platform/migrate.ts";
import { openSecrets } from "./platform/secrets.ts";
import { forgetFilesHandler } from "./records/forget-files.ts";
import { server } from "./server.ts";

const ROOT = join(import.meta.dirname, "..");

/** What a Guildhall is made from. Tests hold their own clock, ids and councils. */
export interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly database: Database;
  /** Milliseconds between two looks at the clocks of cases; half a minute unless told. */
  readonly looks?: number;
}

export interface Guildhall {
  readonly context: Context;
  /** Not listening yet. */
  readonly app: FastifyInstance;
  /** Lets requests in flight finish, hands jobs back, then closes the database. */
  stop(): Promise<void>;
}

/** Wires everything over an open database: brings it up to date, reads the councils, starts the outbox. */
export async function openGuildhall(parts: Parts): Promise<Guildhall> {
  const { config, database } = parts;
  await migrate(database, join(ROOT, "src", "platform", "migrations"));
  const context = await wire(parts);
  const sender = await mailServer(config);
  handleJobs(context, sender);
  const app = await server(context);
  context.jobs.start();
  const receiver = await mailReceiver(context);
  const stopHousekeeping = startHousekeeping(context, parts.looks);
  return {
    context,
    app,
    async stop() {
      await receiver?.close();
      await app.close();
      await stopHousekeeping();
      await context.jobs.stop();
      sender?.close();
      await database.close();
      parts.log.info("stopped", { kind: config.dev ? "development" : "service" });
    },
  };
}

async function wire(parts: Parts): Promise<Context> {
  const context = await wireCases(parts);
  return { ...context, mailIn: mailInOf(context) };
}

/** What takes answers by email: over SMTP where there is a port for it, and in the demonstration's mailbox. */
function mailInOf(context: Omit<Context, "mailIn">): MailIn {
  const { database, jobs, ids, clock } = context;
  return mailIn({
    ...context,
    wake: (council) => jobs.wake(council),
    async bounced(council, id, why) {
      await noteUndelivered(database, { ids, now: clock.now() }, council, { id, state: "bounced", why });
      jobs.wake(council);
    },
  });
}

async function wireCases(parts: Parts): Promise<Omit<Context, "mailIn">> {
  const { config, database, clock, ids, log } = parts;
  const folders = { folder: config.councils, shelf: join(ROOT, "services"), watch: config.dev };
  const councils = await openCouncils({ database, clock, log, ...folders });
  const versionOf = async (council: string, id: string, version: number) => {
    const service = await councils.version(council, id, version);
    if (service === undefined) throw new Error("A case is pinned to a version that was never published");
    return service;
  };
  const calendarOf = (council: string) => {
    const found = councils.get(council);
    return found === undefined ? calendarOfNation("england") : workCalendar(found);
  };
  const secure = config.publicUrl?.startsWith("https:") ?? false;
  const siteOf = (council: Council): string => siteAddress({ config, councils, secure }, council);
  const tell = teller({ councils, ids, siteOf, mails: config.smtpUrl !== undefined });
  return {
    ...parts,
    councils,
    secrets: openSecrets({ database, ids }),
    secure,
    rateLimits: makeRateLimits(clock),
    jobs: createJobs({ database, clock, ids, log, councils: () => councils.all().map(({ id }) => id) }),
    files: diskFiles({ root: join(config.data, "files"), ids }),
    scanner: config.clamdUrl === undefined ? noScanner : clamdScanner({ url: config.clamdUrl }),
    drafts: draftStore(parts),
    resumeLinks: resumeLinks(parts),
    submit: submissionStore({ ...parts, calendarOf, tell }),
    caseLinks: caseLinks(parts),
    cases: caseStore({ ...parts, versionOf, calendarOf, officersOf: officersInRole, coversOn, tell }),
    bulk: bulkStore({ ...parts, versionOf, calendarOf, tell }),
    together: togetherStore({ ...parts, versionOf, calendarOf, tell }),
    worklist: worklist(database),
    savedLists: savedLists(database),
    measures: measureStore(database),
  };
}

/** The mail server's connection, if there is one; its library is loaded only then. To be closed at the end. */
async function mailServer({ smtpUrl }: Config): Promise<MailSender | undefined> {
  if (smtpUrl === undefined) return undefined;
  const { smtpSender } = await import("./connectors/smtp/smtp-sender.ts");
  return smtpSender({ url: smtpUrl });
}

/** What answers the council's mail server, where mail is taken; its libraries are loaded only then. To be closed at the end. */
async function mailReceiver({ config, mailIn: taker, log }: Context): Promise<Receiver | undefined> {
  const { mailInPort: port, mailInHost: host } = config;
  if (port === undefined) return undefined;
  const { smtpReceiver } = await import("./connectors/smtp/smtp-receiver.ts");
  return smtpReceiver({ port, host, mailIn: taker, log });
}

/** Says who does each kind of job. */
function handleJobs(context: Context, sender: MailSender | undefined): void {
  const { config, councils, jobs, measures } = context;
  const siteOf = (council: Council): string => siteAddress(context, council);
  const from = (council: string) => ({
    name: councils.get(council)?.name ?? "Council",
    address: config.mailFrom || "no-reply@guildhall.example",
  });
  jobs.handle(measureHandler(measures));
  jobs.handle(forgetFilesHandler(context));
  jobs.handle(archiveHandler(context));
  jobs.handle(partHandler(context));
  const returnsOf = returnAddresses({ ...context, domain: config.mailInDomain });
  jobs.handle(messageHandler({ ...context, sender, from, returnsOf }));
  jobs.handle(mailHandler({ ...context, sender, from, returnsOf, prepare: mailOf(context, siteOf) }));
}

/** What an email that is no message of a case is about: a link that was asked for, answers that are soon deleted, others who must confirm, a deadline, or a case opened in an emergency. */
function mailOf(context: Context, siteOf: (council: Council) => string): PrepareMail {
  const resume = resumeMail(context.councils, context.resumeLinks, siteOf);
  const office = officeMail(context, siteOf);
  // By a name that its payload has.
  const ways: Readonly<Record<string, PrepareMail>> = {
    request: requestMail(context, siteOf),
    confirm: confirmMail(context, siteOf),
    team: teamMail(context, siteOf),
    emergency: emergencyMail(context, siteOf),
    alarm: alarmMail(context, siteOf),
    undelivered: undeliveredMail(context, siteOf),
    given: office,
    digest: digestMail(context, siteOf),
    mentioned: office,
    reminder: reminderMail(context, siteOf),
  };
  return (council, payload) => {
    const way = Object.keys(ways).find((name) => name in payload);
    return (ways[way ?? ""] ?? resume)(council, payload);
  };
}

/** The address people know a council's site by: where there are several, each has its own host. */
export function siteAddress({ config, councils, secure }: Pick<Context, "config" | "councils" | "secure">, council: Council): string {
  const [host] = council.hosts;
  if (councils.all().length > 1 && host !== undefined) return `${secure ? "https" : "http"}://${host}`;
  return config.publicUrl?.replace(/\/$/, "") ?? `http://localhost:${config.port}`;
}
