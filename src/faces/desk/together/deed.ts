import type { Case } from "../../../cases/case.ts";
import type { Context } from "../../../context.ts";
import type { FormBody } from "../../shared/form-body.ts";
import type { Desk } from "../desk.ts";
import type { TogetherPage } from "./together-page.ts";

/** What is wrong: at a field, or that a case is no longer as it was. */
export interface Wrong {
  readonly field: string;
  readonly message: string;
  readonly stale?: boolean;
}

/** Where a form leads that does nothing to the case yet: to another page, or to its own with more on it. */
export type Onward = { readonly next: string } | { readonly show: true };

/** One thing that is done about a case and another: its page, and what its form does. */
export interface Deed {
  readonly path: string;
  readonly page: (context: Context, desk: Desk, shown: TogetherPage) => string | Promise<string>;
  readonly send: (context: Context, desk: Desk, sent: Sent) => Promise<Wrong | Onward | undefined>;
}

export interface Sent {
  readonly item: Case;
  readonly body: FormBody;
  readonly key: string;
}
