import { setImmediate as turn } from "node:timers/promises";
import { CodedError } from "./coded-error.ts";
import { DatabaseUnavailable } from "./database-error.ts";

export interface LaneOptions<Item> {
  /** Items in one batch at most. */
  readonly most: number;
  /** Two items with the same key never ride in the same batch. */
  readonly keyOf?: (item: Item) => string;
  /** A batch that fails as a whole is halved and tried again, down to single items, so that one bad item fails alone. */
  readonly retryAlone?: true;
  /** Items that may wait at most; over it an item is refused with the code `lane-full`. 10,000 unless told. */
  readonly waiting?: number;
}

type Run<Item, Result> = (items: readonly Item[]) => Promise<readonly (Result | Error)[]>;

interface Passenger<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Takes the next batch out of the queue, in order, leaving behind those whose key is already aboard. */
function board<Item, Result>(queue: Passenger<Item, Result>[], { most, keyOf }: LaneOptions<Item>): Passenger<Item, Result>[] {
  if (keyOf === undefined) return queue.splice(0, most);
  const aboard: Passenger<Item, Result>[] = [];
  const behind: Passenger<Item, Result>[] = [];
  const keys = new Set<string>();
  for (const passenger of queue) {
    const key = keyOf(passenger.item);
    if (aboard.length < most && !keys.has(key)) aboard.push(passenger);
    else behind.push(passenger);
    // Also when it stays behind: later ones with its key must not overtake it.
    keys.add(key);
  }
  queue.splice(0, queue.length, ...behind);
  return aboard;
}

function arrive<Item, Result>(batch: readonly Passenger<Item, Result>[], results: readonly (Result | Error)[]): void {
  for (const [index, { resolve, reject }] of batch.entries()) {
    const result = results[index];
    if (result instanceof Error) reject(result);
    // The lengths are equal (held in `ride`), so what is here is this item's own result, which may itself be undefined.
    else resolve(result as Result);
  }
}

async function ride<Item, Result>(batch: readonly Passenger<Item, Result>[], run: Run<Item, Result>, retryAlone: boolean): Promise<void> {
  try {
    const results = await run(batch.map(({ item }) => item));
    if (results.length !== batch.length) throw new Error(`A batch of ${batch.length} gave ${results.length} results`);
    arrive(batch, results);
  } catch (error) {
    // Without a database each half would fail too, and a lost commit may have happened: only the caller's one-time key can tell.
    if (!retryAlone || batch.length === 1 || error instanceof DatabaseUnavailable) {
      for (const { reject } of batch) reject(error);
      return;
    }
    const half = Math.ceil(batch.length / 2);
    await ride(batch.slice(0, half), run, retryAlone);
    await ride(batch.slice(half), run, retryAlone);
  }
}

/**
 * Group commit: what arrives in one turn of the event loop starts together, and items that arrive while a batch is in flight share the next one. `run` gives
 * one result an item, in order; an `Error` among them fails that item only.
 */
export function lane<Item, Result>(run: Run<Item, Result>, options: LaneOptions<Item>): (item: Item) => Promise<Result> {
  const queue: Passenger<Item, Result>[] = [];
  const waiting = options.waiting ?? 10_000;
  let moving = false;
  const move = async (): Promise<void> => {
    moving = true;
    while (queue.length > 0) {
      // Requests that the network brings in one turn of the event loop ride together: fewer statements, for microseconds of waiting.
      await turn();
      await ride(board(queue, options), run, options.retryAlone ?? false);
    }
    moving = false;
  };
  return (item) => {
    if (queue.length >= waiting) {
      return Promise.reject(new CodedError("lane-full", "Too many are being saved at the same time. Try again in a few seconds"));
    }
    return new Promise<Result>((resolve, reject) => {
      queue.push({ item, resolve, reject });
      // `ride` settles every item and never throws.
      if (!moving) void move();
    });
  };
}

/** A lane for each council, since a statement touches one council only. */
export function laneOfEach<Item, Result>(
  run: (council: string, items: readonly Item[]) => Promise<readonly (Result | Error)[]>,
  options: LaneOptions<Item>,
): (council: string, item: Item) => Promise<Result> {
  const lanes = new Map<string, (item: Item) => Promise<Result>>();
  return (council, item) => {
    const own = lanes.get(council) ?? lane<Item, Result>((items) => run(council, items), options);
    lanes.set(council, own);
    return own(item);
  };
}
