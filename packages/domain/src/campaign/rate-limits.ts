/** How fast mail may go: rate limits, as the claim reads them. */
export interface RateLimits {
  /** Messages per second: `*` of all campaigns together, else of receiving domains that share a limit, named by their first. */
  readonly rates: Readonly<Record<string, number>>;
  /** The limit that each throttled domain has, by its name. */
  readonly domains: Readonly<Record<string, string>>;
  /** The limit that telephone numbers have, by its name: that of the gateway which takes them. */
  readonly numbers?: string;
}

const UNITS = { s: 1, min: 60, h: 3_600 } as const;
/** The fastest that can be said, per second; above it there is no use in a limit. */
const FASTEST = 100_000;

/** What a rate is, to say what is wrong with one. */
export const RATE = 'a rate such as 50/s, 600/min or 1000/h';

const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** A rate as an operator writes it, in messages per second; null where it is none. */
export function readRate(text: string): number | null {
  const [, number, unit] = /^(\d{1,6}(?:\.\d{1,3})?)\/(s|min|h)$/.exec(text.trim()) ?? [];
  const rate = Number(number) / UNITS[unit as keyof typeof UNITS];
  return rate > 0 && rate <= FASTEST ? rate : null;
}

type DomainRates = readonly { readonly names: readonly string[]; readonly perSecond: number }[];

/**
 * Rates of receiving domains as an operator writes them: `gmail.com+googlemail.com=20/s, yahoo.com=300/min`; those joined by
 * `+` share one. International names stand in their ASCII form (xn--…), as the record has them.
 */
export function readDomainRates(text: string): { domains: DomainRates } | { problem: string } {
  const wrong = (why: string): { problem: string } => ({
    problem: `rates by domain, such as gmail.com=20/s, yahoo.com=300/min (${why})`,
  });
  const domains: { names: string[]; perSecond: number }[] = [];
  const known = new Set<string>();
  for (const entry of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const [left = '', rate, ...more] = entry.split('=');
    if (rate === undefined || more.length > 0) return wrong(`${entry} has no rate`);
    const perSecond = readRate(rate);
    if (perSecond === null) return wrong(`${entry}: not ${RATE}`);
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

/** The limits of an overall rate (null = none) and of domains; null where nothing is limited. */
export function rateLimits(overall: number | null, domains: DomainRates): RateLimits | null {
  if (overall === null && domains.length === 0) return null;
  return {
    rates: {
      ...(overall !== null && { '*': overall }),
      ...Object.fromEntries(domains.map(({ names, perSecond }) => [names[0]!, perSecond])),
    },
    domains: Object.fromEntries(
      domains.flatMap(({ names }) => names.map((name) => [name, names[0]!])),
    ),
  };
}
