interface Waiter {
  readonly most: number;
  readonly start: (taken: number) => void;
}

/** A number of places that work may take, so that only so much runs at once. Whoever waits longest is served first. */
export class Slots {
  #free: number;
  readonly #waiting: Waiter[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /** Takes at least one place and at most `most`, waiting until one is free. Gives how many; hand back as many with `give`. */
  take(most: number): Promise<number> {
    return new Promise((start) => {
      this.#waiting.push({ most, start });
      this.#serve();
    });
  }

  give(places: number): void {
    this.#free += places;
    this.#serve();
  }

  #serve(): void {
    while (this.#free > 0) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      const taken = Math.min(next.most, this.#free);
      this.#free -= taken;
      next.start(taken);
    }
  }
}
