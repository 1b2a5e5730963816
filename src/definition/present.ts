type Loose<T> = { readonly [Key in keyof T]-?: undefined extends T[Key] ? Exclude<T[Key], undefined> | undefined : T[Key] };

/** An object without the fields that are undefined, since an optional field is absent rather than empty. */
export function present<T extends object>(fields: Loose<T>): T {
  const found: Record<string, unknown> = {};
  const given: Readonly<Record<string, unknown>> = fields;
  for (const key of Object.keys(given)) if (given[key] !== undefined) found[key] = given[key];
  // Safe: Loose<T> lets only optional fields of T be undefined, and those are the ones left out.
  return found as T;
}
