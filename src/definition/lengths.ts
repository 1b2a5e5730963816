import type { Shape } from "./key.ts";

export const LENGTH_FORM = /^([1-9]\d{0,3}) (working hour|hour|day|working day|week|month)s?$/;
export const LENGTH: Shape = { kind: "form", pattern: LENGTH_FORM, says: "a length such as 2 hours or 5 working days" };
