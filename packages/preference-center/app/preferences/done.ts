/** What a form's answer tells in `?done=`. It picks words only: what is said to be in force is read from the API. */
const DONE = ['left', 'settings', 'reason', 'no-reason', 'data', 'return', 'outdated'] as const;
export type Done = (typeof DONE)[number];

/** Null for any other text. */
export function readDone(text: string | null): Done | null {
  return DONE.find((done) => done === text) ?? null;
}
