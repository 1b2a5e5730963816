import type { FastifyInstance } from "fastify";

import type { Context } from "../../context.ts";
import { keepLanguage, languageInAddress } from "../shared/chosen-language.ts";
import { servePages } from "../shared/pages.ts";
import { askedRoutes } from "./asked/asked-routes.ts";
import { caseRoutes } from "./case/case-routes.ts";
import { confirmRoutes } from "./confirm/confirm-routes.ts";
import { mailboxRoutes } from "./demo/mailbox.ts";
import { journeyRoutes } from "./journey/journey-routes.ts";
import { performanceRoutes } from "./performance/performance-routes.ts";
import { siteRoutes } from "./site/site-routes.ts";

/** The public site: finding a service, the web journey, a person's case, performance. Complete without scripts. */
export async function publicFace(app: FastifyInstance, context: Context): Promise<void> {
  await servePages(app, context);
  // An address that names a language chooses it: the pages after this one are in it too.
  app.addHook("onRequest", (request, reply, done) => {
    const language = languageInAddress(request.url);
    if (language !== undefined) keepLanguage(reply, language, context.secure);
    done();
  });
  siteRoutes(app, context);
  journeyRoutes(app, context);
  caseRoutes(app, context);
  confirmRoutes(app, context);
  askedRoutes(app, context);
  performanceRoutes(app, context);
  if (context.config.demo) mailboxRoutes(app, context);
}
