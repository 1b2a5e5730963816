import type { Check } from "./check.ts";

/** Files that lie over a service of the shelf. Every other check looks at what the two come to together. */
export const OVERLAY_CHECKS: readonly Check[] = [
  {
    code: "overlay-base",
    severity: "error",
    about: "An overlay names a version that the shelf does not have, or something that is no whole definition.",
    example: { right: "service: borrow-a-tool\n", wrong: "extends: shelf/borrow-a-hammer@3\nservice: borrow-a-tool\n" },
  },
  { code: "overlay-place", severity: "error", about: "An edit of the flow holds on to something that the flow does not have." },
  { code: "overlay-nothing", severity: "warning", about: "An overlay takes out a key that is not there." },
  { code: "overlay-same", severity: "advice", about: "An overlay sets a key to what it is anyway." },
];
