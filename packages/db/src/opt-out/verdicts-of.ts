import { marketingCeilings, type Signal, VERDICTS } from '@adieu/domain';

const verdicts = new Map<Signal, string>();

/** The rows of the law for one signal, as JSON for the statement. What waits for marketing is capped at `now` (W-3). */
export function verdictsOf(
  signal: Signal,
  { now, numberCountry }: { readonly now: Date; readonly numberCountry: string | null },
): string {
  if (signal === 'UNCLEAR') return writeVerdicts(signal, marketingCeilings(now, numberCountry));
  let json = verdicts.get(signal);
  if (json === undefined) {
    json = writeVerdicts(signal, null);
    verdicts.set(signal, json);
  }
  return json;
}

function writeVerdicts(signal: Signal, ceilings: Readonly<Record<string, Date>> | null): string {
  return JSON.stringify(
    VERDICTS.filter((row) => row.signal === signal).map(
      ({ purpose, mode, state, suppression, capSeconds, onTimeout }) => ({
        purpose,
        mode,
        state,
        suppression,
        cap_seconds: capSeconds,
        on_timeout: onTimeout,
        ceilings: purpose === 'MARKETING' ? ceilings : null,
      }),
    ),
  );
}
