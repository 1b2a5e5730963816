import { basename, join } from "node:path";
import { compileFile } from "../councils/compile-file.ts";
import { completed, fragmentsOf, withRegisters } from "../councils/load-council.ts";
import type { DefinitionFile } from "../councils/load-council.ts";
import { onShelf } from "../councils/shelf.ts";
import type { Base } from "../definition/overlay/base.ts";
import type { Service } from "../definition/service.ts";

/** The shelf service that an overlay lies over, compiled by itself; undefined for a whole definition. It is sound where the overlay is. */
export function baseOf({ fragments, registers }: DefinitionFile, { extends: name }: Service): Service | undefined {
  const file = name === undefined ? undefined : fragments.get(name);
  if (file === undefined) return undefined;
  const compilation = compileFile({ service: basename(file.name, ".yaml"), file, fragments, registers });
  return compilation.ok ? compilation.service : undefined;
}

/** A version of the shelf, compiled; undefined where the shelf does not have it or it has mistakes. */
export async function shelfService(root: string, base: Base): Promise<Service | undefined> {
  const shelf = join(root, "services");
  const file = await onShelf(shelf, base);
  if (file === undefined) return undefined;
  const found = await completed(base.service, file, await fragmentsOf([join(shelf, "shared")], root), shelf);
  const [definition] = await withRegisters([found], [join(shelf, "registers")], root);
  const compilation = definition === undefined ? undefined : compileFile(definition);
  return compilation?.ok === true ? compilation.service : undefined;
}
