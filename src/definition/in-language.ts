import type { Language } from "../language/language.ts";
import type { PublishedService, Service } from "./service.ts";

const IN_WELSH = new WeakMap<PublishedService, PublishedService>();

/** The service in a language; in English where it has no Welsh. Always the same object for the same service. */
export function inLanguage(service: PublishedService, language: Language): PublishedService {
  if (language === "en" || service.welsh === undefined) return service;
  const known = IN_WELSH.get(service);
  if (known !== undefined) return known;
  const welsh = Object.freeze({ ...service.welsh, version: service.version });
  IN_WELSH.set(service, welsh);
  return welsh;
}

/** The languages that a person can have a service in, of those that the council publishes in. */
export function languagesOf(service: Service, published: readonly Language[]): readonly Language[] {
  return published.filter((language) => language === "en" || service.welsh !== undefined);
}
