import { JOINS } from '@adieu/domain';

const ROWS = JOINS.map(({ open, incoming, join }) =>
  [open.state, open.signal, incoming.signal, incoming.opens, join.effect, join.state, join.signal]
    .map((word) => `'${word}'`)
    .join(', '),
);

/** SQL: what the domain's table says of request `q` in force and the wish `excluded` that meets it (W-10). */
export const joined = (column: 'effect' | 'state' | 'signal'): string => `(
  SELECT j.${column} FROM (VALUES (${ROWS.join('), (')})) AS j(open_state, open_signal, incoming, opens, effect, state, signal)
  WHERE j.open_state = q.state AND j.open_signal = q.signal AND j.incoming = excluded.signal AND j.opens = excluded.state)`;
