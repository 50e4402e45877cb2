/** How fast mail may go, in messages per second. */
export interface SendPace {
  /** Of all campaigns together; null = as fast as the connections allow. */
  readonly overall: number | null;
  /** For receiving domains; those that stand together share one rate, as one provider's do. */
  readonly domains: readonly { readonly names: readonly string[]; readonly perSecond: number }[];
}

/** A pace as the claim reads it: rates by name, and for each throttled domain whose rate it shares. */
export interface PaceOfClaim {
  /** Rates that every message counts for. */
  readonly general: Readonly<Record<string, number>>;
  readonly lanes: Readonly<Record<string, number>>;
  readonly domains: Readonly<Record<string, string>>;
}

/** The fastest that can be said; above it there is no use in a limit. */
const FASTEST_PER_SECOND = 100_000;
/** One message in about three hours. */
const SLOWEST_PER_SECOND = 0.0001;

/** What a rate is, to say what is wrong with one. */
export const RATE = `a number of messages per second from ${SLOWEST_PER_SECOND} to ${FASTEST_PER_SECOND}`;

const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A rate as an operator writes it, such as `20` or `0.5`; null where it is none. */
export function readRate(text: string): number | null {
  if (!/^\d{1,6}(\.\d{1,4})?$/.test(text.trim())) return null;
  const rate = Number(text);
  return rate >= SLOWEST_PER_SECOND && rate <= FASTEST_PER_SECOND ? rate : null;
}

/**
 * Rates of receiving domains as an operator writes them: `gmail.com+googlemail.com=20, yahoo.com=5`. International names stand
 * in their ASCII form (xn--…), as the record has them.
 */
export function readDomainRates(
  text: string,
): { domains: SendPace['domains'] } | { problem: string } {
  const wrong = (why: string): { problem: string } => ({
    problem: `messages per second by domain, such as gmail.com=20, yahoo.com=5 (${why})`,
  });
  const domains: { names: string[]; perSecond: number }[] = [];
  const known = new Set<string>();
  for (const entry of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const [left = '', rate, ...more] = entry.split('=');
    if (rate === undefined || more.length > 0) return wrong(`${entry} has no rate`);
    const perSecond = readRate(rate);
    if (perSecond === null) return wrong(`${entry}: ${RATE}`);
    const names = left.toLowerCase().split('+');
    for (const name of names) {
      if (!DOMAIN.test(name)) return wrong(`“${name}” is no domain in ASCII`);
      if (known.has(name)) return wrong(`${name} stands there twice`);
      known.add(name);
    }
    domains.push({ names, perSecond });
  }
  return { domains };
}

/** The rates that the messages of an account keep to; null where none limits them. */
export function paceOfClaim(
  { overall, domains }: SendPace,
  account: { readonly id: string; readonly perSecond: number | null },
): PaceOfClaim | null {
  if (overall === null && account.perSecond === null && domains.length === 0) return null;
  return {
    general: {
      ...(overall !== null && { '*': overall }),
      ...(account.perSecond !== null && { [account.id]: account.perSecond }),
    },
    lanes: Object.fromEntries(domains.map(({ names, perSecond }) => [names[0]!, perSecond])),
    domains: Object.fromEntries(
      domains.flatMap(({ names }) => names.map((name) => [name, names[0]!])),
    ),
  };
}
