import { isUuid } from "../ids.ts";
import { sealHolds, sealOf } from "../seal.ts";

/** Whose form it is and what it does. A key made for one visitor, council or purpose is refused for any other. */
export interface FormScope {
  /** The council's secret. */
  readonly secret: Buffer;
  readonly council: string;
  /** What ties the form to this browser: the session's or the visitor cookie's value. */
  readonly visitor: string;
  /** What the form does: "submit", "officer:note", ... */
  readonly purpose: string;
}

/** The name of the hidden field that every form that changes something carries. */
export const FORM_KEY_FIELD = "key";

function claim(scope: FormScope, uuid: string): string {
  return JSON.stringify([scope.council, scope.visitor, scope.purpose, uuid]);
}

/**
 * The value of the hidden field: a one-time key (a UUID) with a seal over council, visitor and purpose. The one-time key makes a
 * double press find what the first one did; the seal shows that the form was ours and given to this browser, so
 * that another site cannot post it. It does not expire: a page left open overnight still sends.
 */
export function newFormKey(scope: FormScope, uuid: string): string {
  return `${uuid}.${sealOf(scope.secret, "form-key", claim(scope, uuid))}`;
}

/** The one-time key of a posted form; undefined when the field is missing, was changed, or is another visitor's or form's. */
export function readFormKey(scope: FormScope, posted: unknown): string | undefined {
  if (typeof posted !== "string") return undefined;
  const [uuid = "", seal = "", ...more] = posted.split(".");
  if (!isUuid(uuid) || more.length > 0) return undefined;
  return sealHolds(scope.secret, "form-key", claim(scope, uuid), seal) ? uuid : undefined;
}
