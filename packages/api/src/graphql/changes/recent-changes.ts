import { type Change, type ChangesPosition, comparePositions } from '@adieu/db';

/** Events kept for those who follow closely; who falls further behind reads them from the ledger. */
const KEPT = 5_000;

/** The newest events in order, without a gap. */
export class RecentChanges {
  #from: ChangesPosition;
  #events: Change[] = [];

  constructor(from: ChangesPosition) {
    this.#from = from;
  }

  /** The position after all of them. */
  get last(): ChangesPosition {
    return this.#events.at(-1) ?? this.#from;
  }

  add(page: readonly Change[]): void {
    this.#events.push(...page);
    if (this.#events.length <= KEPT) return;
    const gone = this.#events.splice(0, this.#events.length - KEPT);
    this.#from = gone.at(-1) ?? this.#from;
  }

  /** Up to `limit` events after a position; null where some of those are not kept any more. */
  after(position: ChangesPosition, limit: number): readonly Change[] | null {
    if (comparePositions(position, this.#from) < 0) return null;
    const first = this.#events.findIndex((event) => comparePositions(event, position) > 0);
    return first < 0 ? [] : this.#events.slice(first, first + limit);
  }
}
