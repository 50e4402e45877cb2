/** A benchmark: its options with their defaults, and how to load it. `run` gives whether the budget was kept. */
export interface Benchmark {
  readonly about: string;
  readonly options: Readonly<Record<string, { readonly about: string; readonly fallback: number }>>;
  readonly load: () => Promise<(options: Record<string, number>) => Promise<boolean>>;
}

/** Every benchmark of `npm run bench`, by name. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  'one-click': {
    about: 'one-click POSTs over 32 connections, beside the bare statement',
    options: {
      count: { about: 'opt-outs in each part', fallback: 5_000 },
      rate: { about: 'per second in the paced part', fallback: 500 },
    },
    load: async () => {
      const { benchOneClick } = await import('./one-click.ts');
      return ({ count, rate }) => benchOneClick({ count: count!, rate: rate! });
    },
  },
  render: {
    about: 'mails filled, composed and signed, bodies of 3 and 40 kB, beside Liquid alone',
    options: { count: { about: 'mails in each part', fallback: 3_000 } },
    load: async () => {
      const { benchRender } = await import('./render.ts');
      return ({ count }) => benchRender({ count: count! });
    },
  },
  send: {
    about: 'a campaign into a counting mail server, beside the bare SMTP pool',
    options: {
      count: { about: 'contacts, and mails in each part', fallback: 10_000 },
      connections: { about: 'SMTP connections', fallback: 20 },
    },
    load: async () => {
      const { benchSend } = await import('./send.ts');
      return ({ count, connections }) => benchSend({ count: count!, connections: connections! });
    },
  },
};
