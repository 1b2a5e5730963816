/** Milliseconds. A browser follows where a save leads at once; after that another program may have saved too. */
const LONGEST = 2000;
const MOST = 1000;

interface Given<Draft> {
  readonly draft: Draft;
  readonly until: number;
}

/**
 * Drafts as a save has just left them, for the one page that each save leads to: it need not read again what was written a moment ago. A
 * draft is taken once, and dropped when anything else reads or changes it.
 */
export class HandOver<Draft extends { readonly id: string }> {
  readonly #given = new Map<string, Given<Draft>>();

  give(draft: Draft, now: Date): void {
    this.#given.delete(draft.id);
    this.#given.set(draft.id, { draft, until: now.getTime() + LONGEST });
    // In the order they were given, so that the first is the oldest.
    for (const [id, { until }] of this.#given) {
      if (until > now.getTime() && this.#given.size <= MOST) return;
      this.#given.delete(id);
    }
  }

  take(id: string, now: Date): Draft | undefined {
    const given = this.#given.get(id);
    this.#given.delete(id);
    return given !== undefined && given.until > now.getTime() ? given.draft : undefined;
  }

  drop(id: string): void {
    this.#given.delete(id);
  }
}
