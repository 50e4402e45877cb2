import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@adieu/db';
import type { Browsers } from './browser.ts';
import type { PersonFacts, Wish } from './facts.ts';
import type { TakenMail } from './mail-server.ts';
import type { Person } from './population.ts';
import type { Post } from './post.ts';

/** What people act with and on. */
export interface World {
  readonly db: Database;
  readonly browsers: Browsers;
  readonly post: Post;
  /** Where Adieu lives: links that begin elsewhere are not opened. */
  readonly origin: string;
  readonly secondsPerDay: number;
  readonly countScan: () => void;
  readonly stop: AbortSignal;
}

/** A person while the run lasts. */
export interface Life {
  readonly person: Person;
  /** The first campaign mail, which is acted on. */
  first: TakenMail | null;
  /** Mails of the house: notices, confirmations. */
  readonly house: TakenMail[];
  wish: Wish | null;
  cameBack: boolean;
  /** How many mails with the link of a return came, which were asked for. */
  confirmations: number;
  trouble: string | null;
}

export function beginLife(person: Person): Life {
  return {
    person,
    first: null,
    house: [],
    wish: null,
    cameBack: false,
    confirmations: 0,
    trouble: null,
  };
}

export function factsOf(life: Life): PersonFacts {
  const { person, house, wish, cameBack, confirmations, trouble } = life;
  const { address, kind, scanned, verdict } = person;
  const notices = house.length - confirmations;
  return { address, kind, scanned, verdict, trouble, wish, cameBack, notices };
}

/**
 * Their wish was acknowledged at this instant: notes what had begun to be handed over to them by then. What begins later is seen by
 * its own time, so this may be read a moment after.
 */
export async function acknowledge(
  { db }: Pick<World, 'db'>,
  life: { readonly person: { readonly address: string }; wish: Wish | null },
  acknowledgedAt: number,
): Promise<void> {
  const rows = await db.sql.rows<{ id: string }>(
    `SELECT m.id FROM message m JOIN recipient r ON r.id = m.recipient_id
     WHERE r.address = $1 AND m.state IN ('HANDING_OVER', 'SENT', 'UNKNOWN') AND m.changed_at <= $2`,
    [life.person.address, new Date(acknowledgedAt)],
  );
  life.wish = { acknowledgedAt, underWay: rows.map(({ id }) => id) };
}

/** Waits for so many simulated days. */
export async function later(
  { secondsPerDay, stop }: Pick<World, 'secondsPerDay' | 'stop'>,
  days: number,
): Promise<void> {
  await wait(days * secondsPerDay * 1000, undefined, { signal: stop });
}
