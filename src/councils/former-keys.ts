/**
 * The text of a version that was published before `on` was one key, as it would be written now. Cases go by the version they were sent under, so
 * what was published stays readable; a file is told to change.
 */
export function withNewKeys(text: string): string {
  if (!/\bon-(?:deadline|reply): /.test(text)) return text;
  return text
    .replaceAll(/\bon-deadline: ([a-z0-9-]+)(?:,|\s*\n)\s*on-reply: ([a-z0-9-]+)/g, "on: { deadline: $1, replied: $2 }")
    .replaceAll(/\bon-reply: ([a-z0-9-]+)(?:,|\s*\n)\s*on-deadline: ([a-z0-9-]+)/g, "on: { deadline: $2, replied: $1 }")
    .replaceAll(/\bon-deadline: ([a-z0-9-]+)/g, "on: { deadline: $1 }")
    .replaceAll(/\bon-reply: ([a-z0-9-]+)/g, "on: { replied: $1 }");
}
