import { readFileSync } from "node:fs";
import type { Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { createRequire } from "node:module";

import type { TestApp } from "./app.ts";
import type { Shown } from "./shown-page.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));

/** Pages as they were answered, each at an address of its own, so that a browser keeps their styles from one to the next. */
export interface Gallery {
  addressOf(index: number): string;
  close(): void;
}

/**
 * Hangs pages up on a free port, with the headers they came with and the assets of the program. Without scripts the site's one script is
 * empty, as where a slow line never brought it; axe is there all the same.
 */
export async function openGallery(app: TestApp, pages: readonly Shown[], scripts: boolean): Promise<Gallery> {
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    const shown = pages[Number(url.slice(1))];
    if (shown !== undefined && !url.startsWith("/assets/")) {
      // As a page that was found: a browser reports any other status as a complaint of its own.
      const { "content-type": type, "content-security-policy": policy } = shown.headers;
      response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(shown.body);
      return;
    }
    if (url === "/axe.js") {
      response.writeHead(200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "max-age=3600" }).end(AXE);
      return;
    }
    void sendAsset(url, response);
  });
  const sendAsset = async (url: string, response: ServerResponse): Promise<void> => {
    const { statusCode, headers, rawPayload } = await app.inject({ url, headers: { host: "eastmere.example" } });
    const type = String(headers["content-type"]);
    const body = url.endsWith(".js") && !scripts ? "" : rawPayload;
    response.writeHead(statusCode, { "content-type": type, "cache-control": "max-age=3600" }).end(body);
  };
  const port = await listen(server);
  return {
    addressOf: (index) => `http://127.0.0.1:${port}/${index}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
