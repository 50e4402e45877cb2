import { BURST } from '@adieu/domain';
import { type Random, randomOf, shuffled } from './random.ts';
import { EXCLUSIVE, type Setting } from './setting.ts';

/**
 * What somebody does with the first mail that comes. oneClick: the mail program's button. page: the link's page, a button
 * there. reply: STOP to the header's address. answer: STOPP as an answer to the mail, which quotes it. away: a machine answers, with
 * all that it quotes. complaint: the spam button. forwarder: passes it on, the friend leaves with
 * it, the reader comes back. robot: a company's filter presses the button at once. bounce: there is no such mailbox.
 * returned: the mail is taken, and comes back later. silent: nothing.
 */
export const KINDS = [...EXCLUSIVE, 'silent'] as const;
export type Kind = (typeof KINDS)[number];

export type AdminVerdict = 'CONFIRM' | 'DECLINE' | 'NOTHING';

export interface Person {
  readonly address: string;
  /** Where they sit: an IP address of their own, as what comes from one place is counted together. */
  readonly ip: string;
  readonly firstName: string;
  readonly kind: Kind;
  /** A link scanner opens every link of each mail as it arrives. */
  readonly scanned: boolean;
  /** How long after the mail's arrival something is done, in simulated days. */
  readonly afterDays: number;
  /** Which button of a marketing page. */
  readonly leaves: 'ALL' | 'SCOPE';
  /** What an admin makes of a request that waits. */
  readonly verdict: AdminVerdict;
}

const FIRST_NAMES = ['Åsa', 'Björn', 'Chloé', 'Dagmar', 'Emil', 'Freja', 'Gustav', 'Hana'];
/** Companies so small that their goodbyes are never a burst: with time compressed everybody leaves early. */
const COMPANY = BURST.fewest - 1;
/** One company with a filter that presses every button. */
const ROBOT_DOMAIN = 'filtered.example.test';
/** Longer than this many times the mean nobody waits, or one person would hold the whole run. */
const LONGEST = 3;

/** Who is who: the same people for the same setting and seed. Shares are rounded to whole people. */
export function drawPopulation(
  setting: Pick<Setting, 'population' | 'admin' | 'seed'>,
): readonly Person[] {
  const { population, admin, seed } = setting;
  const random = randomOf(seed);
  const { robots, others } = kindsOf(population, random);
  // The filter's company stands together: its mails arrive together too.
  const kinds = [...others, ...robots];
  const scanned = shuffled(
    kinds.map((_, i) => i < Math.round(population.size * population.shares.scanner)),
    random,
  );
  return kinds.map((kind, i) => ({
    address: `person-${i + 1}@${kind === 'robot' ? ROBOT_DOMAIN : `company-${Math.floor(i / COMPANY) + 1}.example.test`}`,
    ip: `2001:db8:${(i >> 16).toString(16)}:${(i & 0xffff).toString(16)}::1`,
    firstName: FIRST_NAMES[Math.floor(random() * FIRST_NAMES.length)]!,
    kind,
    scanned: scanned[i]!,
    afterDays: kind === 'robot' ? 0 : waitOf(random, population.reactAfterDays),
    leaves: random() < 0.5 ? 'ALL' : 'SCOPE',
    verdict: verdictOf(random, admin),
  }));
}

function kindsOf(
  { size, shares }: Setting['population'],
  random: Random,
): { robots: Kind[]; others: Kind[] } {
  const drawn: Kind[] = [];
  for (const kind of KINDS) {
    const left = size - drawn.length;
    const wanted = kind === 'silent' ? left : Math.round(size * shares[kind]);
    drawn.push(...Array.from({ length: Math.min(wanted, left) }, () => kind));
  }
  const others = drawn.filter((kind) => kind !== 'robot');
  return {
    robots: drawn.filter((kind) => kind === 'robot'),
    others: shuffled(others, random),
  };
}

/** Exponential, as waits of many people are: most soon, a few late. */
function waitOf(random: Random, mean: number): number {
  return Math.min(-Math.log(1 - random()), LONGEST) * mean;
}

function verdictOf(random: Random, { confirms, declines }: Setting['admin']): AdminVerdict {
  const drawn = random();
  if (drawn < confirms) return 'CONFIRM';
  return drawn < confirms + declines ? 'DECLINE' : 'NOTHING';
}
