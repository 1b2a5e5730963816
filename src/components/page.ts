import { classes } from "./attributes.ts";
import { footer, type FooterLink } from "./footer.ts";
import { genericHeader } from "./generic-header.ts";
import { type Html, html, join, raw, type Slot } from "./html.ts";
import { phaseBanner, type PhaseBannerOptions } from "./phase-banner.ts";
import { serviceNavigation } from "./service-navigation.ts";
import { skipLink } from "./skip-link.ts";

export interface NavigationLink {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean | undefined;
}

export interface PageOptions {
  /** `brand` is the colour, `#rrggbb`, that `/assets/brand.css` was made from. */
  readonly council: { readonly name: string; readonly brand?: string | undefined };
  /** What the page is about; the service and the council are added. */
  readonly title: string;
  /** "en" when absent. */
  readonly lang?: string | undefined;
  readonly service?: { readonly name: string; readonly url?: string | undefined } | undefined;
  readonly navigation?: readonly NavigationLink[] | undefined;
  /** At the end of the navigation bar: who is signed in, and the way out. */
  readonly account?: Html | undefined;
  readonly phase?: PhaseBannerOptions | undefined;
  /** Breadcrumbs or a back link. */
  readonly before?: Slot;
  readonly main: Slot;
  /** The page says what is wrong with the answers: its title says so first. */
  readonly error?: boolean | undefined;
  /** Desk pages use the whole width. */
  readonly wide?: boolean | undefined;
  readonly footerLinks?: readonly FooterLink[] | undefined;
  /** What the frame says in the language of the page; English when absent. */
  readonly words?: FrameWords | undefined;
  /** The page in other languages. */
  readonly languages?: Slot;
}

/** The words of the frame that are no link of it. */
export interface FrameWords {
  readonly skip: string;
  readonly menu: string;
  readonly serviceInformation: string;
  readonly supportLinks: string;
  readonly error: string;
}

const ENGLISH: FrameWords = {
  skip: "Skip to main content",
  menu: "Menu",
  serviceInformation: "Service information",
  supportLinks: "Support links",
  error: "Error",
};

/** The colour of govuk-frontend itself, for a council without one. */
const USUAL_BRAND = "#1d70b8";

const ASSETS = raw(
  '<link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">' +
    '<link rel="stylesheet" href="/assets/govuk-frontend.min.css">' +
    '<link rel="stylesheet" href="/assets/guildhall.css">' +
    '<link rel="stylesheet" href="/assets/brand.css">' +
    '<script type="module" src="/assets/guildhall.js"></script>',
);

/** A whole document. Nothing in it is inline style or script, so that the content security policy can forbid both. */
export function page(options: PageOptions): Html {
  const body = classes("govuk-template__body", options.wide && "guildhall-wide");
  return html`<!DOCTYPE html>
<html lang="${options.lang ?? "en"}" class="govuk-template">
${head(options)}
<body class="${body}">
${skipLink({ href: "#main-content", text: (options.words ?? ENGLISH).skip })}
${header(options)}
<div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">${options.main}</main></div>
${foot(options)}
</body>
</html>
`;
}

function head(options: PageOptions): Html {
  const names = [options.title, options.service?.name, options.council.name];
  // The dash as an entity: one letter outside Latin-1 doubles the memory of the whole page and triples what sending it costs.
  const title = join([options.error && `${(options.words ?? ENGLISH).error}: `, join([...new Set(names)].filter(Boolean), " &ndash; ")]);
  return html`<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="${options.council.brand ?? USUAL_BRAND}">
${ASSETS}
</head>`;
}

function header(options: PageOptions): Html {
  const top = genericHeader({ logoText: options.council.name, url: "/" });
  const phase = options.phase && phaseBanner(options.phase);
  // In the header, because everything on a page has to be in a landmark, and the skip link has to pass it.
  const before = options.before && html`<div class="govuk-width-container">${options.before}</div>`;
  const languages = options.languages && html`<div class="govuk-width-container">${options.languages}</div>`;
  return html`<header class="govuk-template__header">${top}${bar(options)}${languages}${phase}${before}</header>`;
}

function bar(options: PageOptions): Slot {
  const { service, account } = options;
  if (!service && !account && !options.navigation?.length) return undefined;
  const words = options.words ?? ENGLISH;
  return serviceNavigation({
    ariaLabel: words.serviceInformation,
    menuButtonText: words.menu,
    serviceName: service?.name,
    serviceUrl: service?.url,
    navigation: options.navigation,
    slots: account && { end: { html: account, align: "inline" } },
  });
}

function foot(options: PageOptions): Html {
  const inner = footer({
    meta: { items: options.footerLinks, text: options.council.name, visuallyHiddenTitle: (options.words ?? ENGLISH).supportLinks },
    contentLicence: null,
    copyright: null,
  });
  return html`<footer class="govuk-template__footer">${inner}</footer>`;
}
