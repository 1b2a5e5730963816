import type { BulkStore } from "./cases/bulk-store.ts";
import type { CaseStore } from "./cases/case-store.ts";
import type { CaseLinks } from "./cases/case-links.ts";
import type { SavedLists } from "./cases/saved-lists.ts";
import type { TogetherStore } from "./cases/together/together-store.ts";
import type { Submit } from "./cases/submission-store.ts";
import type { Worklist } from "./cases/worklist.ts";
import type { Councils } from "./councils/councils.ts";
import type { DraftStore } from "./drafts/draft-store.ts";
import type { ResumeLinks } from "./drafts/resume-links.ts";
import type { MeasureStore } from "./measures/measure-store.ts";
import type { MailIn } from "./messages/inbound/take-mail.ts";
import type { Clock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/database.ts";
import type { FileStore } from "./platform/files/file-store.ts";
import type { Scanner } from "./platform/files/scanner.ts";
import type { RateLimits } from "./platform/http/rate-limits.ts";
import type { Ids } from "./platform/ids.ts";
import type { Jobs } from "./platform/jobs.ts";
import type { Log } from "./platform/log.ts";
import type { Secrets } from "./platform/secrets.ts";

/** Everything that the faces work with, wired once in main.ts. Nothing else reaches a clock, chance, the disk or the network. */
export interface Context {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly database: Database;
  readonly secrets: Secrets;
  /** Whether people reach the site by https. */
  readonly secure: boolean;
  readonly rateLimits: RateLimits;
  readonly jobs: Jobs;
  readonly files: FileStore;
  readonly scanner: Scanner;
  readonly councils: Councils;
  readonly drafts: DraftStore;
  readonly resumeLinks: ResumeLinks;
  readonly submit: Submit;
  readonly caseLinks: CaseLinks;
  readonly cases: CaseStore;
  readonly bulk: BulkStore;
  readonly together: TogetherStore;
  readonly worklist: Worklist;
  readonly savedLists: SavedLists;
  readonly measures: MeasureStore;
  readonly mailIn: MailIn;
}
