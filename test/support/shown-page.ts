/** A page as it was answered, to be looked at by a browser or a validator. */
export interface Shown {
  readonly name: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Answered extends Omit<Shown, "name" | "headers"> {
  readonly headers: Readonly<Record<string, unknown>>;
}

export function shown(name: string, { path, status, body, headers }: Answered): Shown {
  const told = Object.entries(headers).map(([header, value]): [string, string] => [header, String(value)]);
  return { name, path, status, body, headers: Object.fromEntries(told) };
}
