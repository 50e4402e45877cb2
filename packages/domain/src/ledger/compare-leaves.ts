/** What was done to an event after it was sealed. */
export const EVENT_BREAKS = ['EVENT_CHANGED', 'EVENT_MISSING', 'EVENT_ADDED'] as const;
export type EventBreak = (typeof EVENT_BREAKS)[number];

/**
 * The first place where the events that are there differ from those that were sealed; null where they are the same.
 * Both are hashes of leaves as hex, in order. `at` counts among the events that are there; one past the end where the last are missing.
 */
export function compareLeaves(
  sealed: readonly string[],
  found: readonly string[],
): { readonly break: EventBreak; readonly at: number } | null {
  const at = sealed.findIndex((leaf, i) => found[i] !== leaf);
  if (at < 0) {
    return found.length > sealed.length ? { break: 'EVENT_ADDED', at: sealed.length } : null;
  }
  const here = found[at];
  if (here === undefined || sealed.includes(here)) return { break: 'EVENT_MISSING', at };
  return { break: found.includes(sealed[at]!) ? 'EVENT_ADDED' : 'EVENT_CHANGED', at };
}
