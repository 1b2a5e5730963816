import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { brandCss } from "../../components/brand.ts";
import type { Context } from "../../context.ts";
import { refusal } from "../../platform/http/errors.ts";
import type { Asset } from "./asset.ts";
import { packAsset, sendAsset } from "./asset.ts";
import { visitOf } from "./visit.ts";

const GOVUK = join(dirname(createRequire(import.meta.url).resolve("govuk-frontend/package.json")), "dist", "govuk");
const OURS = join(import.meta.dirname, "..", "public", "assets");
const NAME = /^[\w-]+(\.[\w-]+)*\.(css|js|svg)$/;

/** govuk-frontend's own files, unmodified, then ours, then the council's colours. Nothing here is personal. */
export async function assets(app: FastifyInstance, context: Context): Promise<void> {
  const files = keeper(context.config.dev);
  const brands = keeper(false);
  app.get("/assets/brand.css", async (request, reply) => {
    const { colour } = (await visitOf(context, request)).council;
    return sendAsset(await brands(colour, () => packAsset("brand.css", Buffer.from(brandCss(colour) ?? ""))), request, reply);
  });
  app.get("/assets/:name", async (request: FastifyRequest<{ Params: { name: string } }>, reply: FastifyReply) => {
    const { name } = request.params;
    const path = NAME.test(name) ? [OURS, GOVUK].map((folder) => join(folder, name)).find(existsSync) : undefined;
    if (path === undefined) throw refusal("page-not-found");
    return sendAsset(await files(path, async () => packAsset(name, await readFile(path))), request, reply);
  });
}

/** Packs each thing once, when it is first asked for; in development always anew, so that a change shows on reload. */
function keeper(anew: boolean): (key: string, pack: () => Promise<Asset>) => Promise<Asset> {
  const kept = new Map<string, Promise<Asset>>();
  return (key, pack) => {
    const asset = anew ? undefined : kept.get(key);
    if (asset !== undefined) return asset;
    const packed = pack();
    kept.set(key, packed);
    packed.catch(() => kept.delete(key));
    return packed;
  };
}
