/** What a form's answer tells in `?done=`. It picks words only: what is said to be in force is read from the API. */
const OUTCOMES = ['left', 'settings', 'reason', 'data', 'return', 'outdated'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function asOutcome(value: string | null): Outcome | null {
  return OUTCOMES.find((outcome) => outcome === value) ?? null;
}
