import type { PublishedService } from "../../../definition/service.ts";

const NOISE = new Set(["a", "an", "the", "to", "for", "of", "my", "in", "on", "and", "i", "want", "how", "do"]);

function words(text: string): string[] {
  return text
    .toLowerCase()
    .slice(0, 200)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !NOISE.has(word));
}

/** Services that answer to words, best first: in the title, then in keywords, then in the summary; a small slip of the finger is forgiven. */
export function findServices(services: readonly PublishedService[], typed: string): readonly PublishedService[] {
  const wanted = words(typed);
  return services
    .map((service) => ({ service, score: scoreOf(service, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.service.title.localeCompare(b.service.title, "en"))
    .map(({ service }) => service);
}

function scoreOf(service: PublishedService, wanted: readonly string[]): number {
  const places: readonly (readonly [string[], number])[] = [
    [words(service.title), 4],
    [service.keywords.flatMap(words), 3],
    [words(`${service.summary} ${service.group}`), 1],
  ];
  let total = 0;
  for (const word of wanted) {
    const best = Math.max(...places.map(([there, weight]) => weight * Math.max(0, ...there.map((one) => likeness(word, one)))));
    // Every word must be found somewhere, or the rest of the list would answer to any question.
    if (best === 0) return 0;
    total += best;
  }
  return total;
}

function likeness(typed: string, there: string): number {
  if (there === typed) return 1;
  if (typed.length >= 3 && there.startsWith(typed)) return 0.8;
  if (there.length >= 4 && typed.startsWith(there)) return 0.6;
  return typed.length >= 4 && oneSlip(typed, there) ? 0.5 : 0;
}

/** Whether one letter more, less, other, or two swapped makes the words the same. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const swapped = a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
  return (
    swapped || a.slice(start + 1) === b.slice(start + 1) || a.slice(start) === b.slice(start + 1) || a.slice(start + 1) === b.slice(start)
  );
}
