import type { RequestSignal, RequestState } from '../enums/requests.ts';

/** What a request in force is, and what a wish that meets it would open by itself (VERDICTS). */
export interface Meeting {
  readonly open: { readonly state: 'PENDING' | 'CONFIRMED'; readonly signal: RequestSignal };
  readonly incoming: { readonly signal: RequestSignal; readonly opens: 'PENDING' | 'CONFIRMED' };
}

/**
 * `JOINS`: one more voice for the request that waits; its deadline stays. `OVERRIDES`: closes it at once.
 * `STANDS`: it is in force already, and nothing is written (O-8).
 */
export type JoinEffect = 'JOINS' | 'OVERRIDES' | 'STANDS';

export interface Join {
  readonly effect: JoinEffect;
  readonly state: Extract<RequestState, 'PENDING' | 'CONFIRMED'>;
  /** The signal of the request from now on: the strongest that was seen. */
  readonly signal: RequestSignal;
}

const SIGNALS_BY_STRENGTH: readonly RequestSignal[] = ['UNCLEAR', 'CLEAR'];

function stronger(a: RequestSignal, b: RequestSignal): RequestSignal {
  return SIGNALS_BY_STRENGTH.indexOf(a) >= SIGNALS_BY_STRENGTH.indexOf(b) ? a : b;
}

/** What becomes of a request when another wish for the same address and scope meets it (W-10). */
export function join({ open, incoming }: Meeting): Join {
  if (open.state === 'CONFIRMED')
    return { effect: 'STANDS', state: 'CONFIRMED', signal: open.signal };
  const signal = stronger(open.signal, incoming.signal);
  return incoming.opens === 'CONFIRMED'
    ? { effect: 'OVERRIDES', state: 'CONFIRMED', signal }
    : { effect: 'JOINS', state: 'PENDING', signal };
}

/** Every meeting and what becomes of it: the database's statement is made of these very rows. */
export const JOINS: readonly (Meeting & { readonly join: Join })[] = (
  ['PENDING', 'CONFIRMED'] as const
).flatMap((state) =>
  SIGNALS_BY_STRENGTH.flatMap((openSignal) =>
    SIGNALS_BY_STRENGTH.flatMap((signal) =>
      (['PENDING', 'CONFIRMED'] as const).map((opens) => {
        const meeting = { open: { state, signal: openSignal }, incoming: { signal, opens } };
        return { ...meeting, join: join(meeting) };
      }),
    ),
  ),
);

/**
 * How many different voices one request keeps evidence and a ledger event of. More than people need, and a bound for
 * whoever tells the same wish a thousand times with a changed word.
 */
export const MOST_VOICES = 50;
