import type { PublishedService } from "../definition/service.ts";
import type { VersionOf } from "./council-state.ts";

/** Published versions, each compiled once: they never change. */
export interface VersionCache {
  readonly versionOf: VersionOf;
  /** Puts in what was compiled elsewhere. */
  know(council: string, service: PublishedService): void;
}

function keyOf(council: string, service: string, version: number): string {
  return JSON.stringify([council, service, version]);
}

/** Keeps what `find` finds. What it does not find may be published yet, and a failure may pass. */
export function versionCache(find: VersionOf): VersionCache {
  const kept = new Map<string, Promise<PublishedService | undefined>>();
  return {
    know: (council, service) => void kept.set(keyOf(council, service.id, service.version), Promise.resolve(service)),
    versionOf: (council, service, version, off) => {
      const key = keyOf(council, service, version);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const finding = find(council, service, version, off);
      kept.set(key, finding);
      finding.then(
        (found) => found ?? kept.delete(key),
        () => kept.delete(key),
      );
      return finding;
    },
  };
}
