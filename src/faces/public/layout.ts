import type { PageOptions } from "../../components/page.ts";
import { page } from "../../components/page.ts";
import type { Visit } from "../shared/visit.ts";

type Given = Omit<PageOptions, "council" | "footerLinks" | "navigation">;

/** A page of the public site, in the council's brand. */
export function publicPage(visit: Visit, given: Given): string {
  const { council } = visit;
  return page({
    ...given,
    council: { name: council.name, brand: council.colour },
    navigation: [
      { text: "Services", href: "/services" },
      { text: "Check progress", href: "/cases" },
      { text: "Performance", href: "/performance" },
    ],
    footerLinks: [
      { text: "Accessibility", href: council.links.accessibility ?? "/accessibility" },
      { text: "Privacy and cookies", href: council.links.privacy ?? "/privacy" },
      { text: "Contact us", href: "/contact" },
      { text: "Staff sign in", href: "/desk/sign-in" },
    ],
  }).markup;
}
