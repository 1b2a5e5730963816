/** A map that refuses every change, so that a compiled service can be shared by all requests. */
export class FrozenMap<Key, Value> extends Map<Key, Value> {
  constructor(entries: Iterable<readonly [Key, Value]>) {
    super();
    for (const [key, value] of entries) super.set(key, value);
    Object.freeze(this);
  }

  override set(): never {
    throw new TypeError("a compiled service does not change");
  }

  override delete(): never {
    throw new TypeError("a compiled service does not change");
  }

  override clear(): never {
    throw new TypeError("a compiled service does not change");
  }
}

/** Freezes a value and everything in it. Functions and what they close over stay as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || (Object.isFrozen(value) && !(value instanceof FrozenMap))) return value;
  Object.freeze(value);
  const parts: Iterable<unknown> = value instanceof Map ? value.values() : Array.isArray(value) ? value : Object.values(value);
  for (const part of parts) deepFreeze(part);
  return value;
}
