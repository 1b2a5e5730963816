/** Which version of a shelf service an overlay lies over: `shelf/report-a-pothole@3`. */
export interface Base {
  readonly service: string;
  readonly version: number;
  /** As it is written, and as the base's text is kept with the fragments. */
  readonly name: string;
}

/** How a base is written, whole. */
export const BASE_PATTERN = /^shelf\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)@([1-9]\d{0,5})$/;

export function readBase(text: string): Base | undefined {
  const [name, service, version] = BASE_PATTERN.exec(text) ?? [];
  return name === undefined || service === undefined ? undefined : { name, service, version: Number(version) };
}

/** The base that a definition's text names, found without reading the whole of it. */
export function baseIn(text: string): Base | undefined {
  const written = /^extends:[ \t]*["']?([^\s"'#]+)["']?[ \t]*(?:#.*)?$/m.exec(text)?.[1];
  return written === undefined ? undefined : readBase(written);
}

/** The number that a file of the shelf says it has; 1 for one that says none. */
export function shelfNumber(text: string): number {
  return Number(/^version:[ \t]*([1-9]\d{0,5})[ \t]*(?:#.*)?$/m.exec(text)?.[1] ?? 1);
}
