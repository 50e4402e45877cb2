/** A benchmark: its options with their defaults, and how to load it. `run` gives whether the budget was kept. */
export interface Benchmark {
  readonly about: string;
  readonly options: Readonly<Record<string, { readonly about: string; readonly fallback: number }>>;
  /** What is asked for by name alone: 1 where it is, else 0. */
  readonly flags?: Readonly<Record<string, string>>;
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
    flags: { hostile: 'the paced part once more, beside campaigns that are made to take long' },
    load: async () => {
      const { benchOneClick } = await import('./one-click.ts');
      return ({ count, rate, hostile }) =>
        benchOneClick({ count: count!, rate: rate!, hostile: hostile === 1 });
    },
  },
  'sms-in': {
    about: 'SMS that come in, stored and acted on, beside the bare insert',
    options: {
      count: { about: 'SMS in each part', fallback: 10_000 },
      wishes: { about: 'of a hundred that ask to stop', fallback: 5 },
    },
    load: async () => {
      const { benchSmsIn } = await import('./sms-in.ts');
      return ({ count, wishes }) => benchSmsIn({ count: count!, wishes: wishes! });
    },
  },
  'sms-out': {
    about: 'campaigns by SMS into a counting gateway over HTTP, beside its bare client',
    options: {
      count: { about: 'contacts, and SMS in each part', fallback: 10_000 },
      connections: { about: 'under way at once', fallback: 20 },
    },
    load: async () => {
      const { benchSmsOut } = await import('./sms-out.ts');
      return ({ count, connections }) => benchSmsOut({ count: count!, connections: connections! });
    },
  },
  'list-files': {
    about: 'lists of opt-outs in each format read and judged, beside bare lines cut at commas',
    options: { count: { about: 'rows of each list', fallback: 1_000_000 } },
    load: async () => {
      const { benchListFiles } = await import('./list-files.ts');
      return ({ count }) => benchListFiles({ count: count! });
    },
  },
  'third-parties': {
    about: 'ten thousand checks and changes at once by /v1, beside the bare queries',
    options: {
      count: { about: 'opt-outs', fallback: 200_000 },
      asks: { about: 'pages of each kind in each turn', fallback: 10 },
    },
    load: async () => {
      const { benchThirdParties: bench } = await import('./third-parties.ts');
      return ({ count, asks }) => bench({ count: count!, asks: asks! });
    },
  },
  pending: {
    about:
      "the admin's queue with every filter and order through the api, beside bare pages by primary key",
    options: {
      count: { about: 'open requests', fallback: 100_000 },
      repeats: { about: 'pages asked for of each kind', fallback: 200 },
    },
    load: async () => {
      const { benchPending } = await import('./pending.ts');
      return ({ count, repeats }) => benchPending({ count: count!, repeats: repeats! });
    },
  },
  reconcile: {
    about:
      'the comparison of open requests with what a real Temporal lists as running, beside asking about each',
    options: {
      count: { about: 'open requests', fallback: 100_000 },
      workflows: {
        about: 'of them that are started; the rest are written to the list of the server',
        fallback: 1_000,
      },
    },
    load: async () => {
      const { benchReconcile } = await import('./reconcile.ts');
      return ({ count, workflows }) => benchReconcile({ count: count!, workflows: workflows! });
    },
  },
  gate: {
    about: 'answers of the gate for one and for a thousand, beside lookups by primary key',
    options: {
      count: { about: 'suppressions', fallback: 1_000_000 },
      asks: { about: 'addresses that are asked for, half of them suppressed', fallback: 10_000 },
    },
    load: async () => {
      const { benchGate } = await import('./gate.ts');
      return ({ count, asks }) => benchGate({ count: count!, asks: asks! });
    },
  },
  audience: {
    about: 'an audience export, beside the bare anti-join',
    options: { count: { about: 'contacts, and suppressions', fallback: 1_000_000 } },
    load: async () => {
      const { benchAudience } = await import('./audience.ts');
      return ({ count }) => benchAudience({ count: count! });
    },
  },
  import: {
    about:
      'a list of opt-outs from its file to its end, and once more, beside COPY of the same addresses',
    options: { count: { about: 'addresses', fallback: 1_000_000 } },
    load: async () => {
      const { benchImport } = await import('./import.ts');
      return ({ count }) => benchImport({ count: count! });
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
  storm: {
    about:
      'a campaign whose worker is killed again and again while people leave and the mail server breaks off: each mail once, none against a wish',
    options: {
      count: { about: 'mails', fallback: 20_000 },
      kills: { about: 'times that the worker is killed (SIGKILL)', fallback: 10 },
      leavers: { about: 'people who leave while it is sent', fallback: 500 },
      drops: { about: 'one mail in so many is taken and not answered', fallback: 100 },
    },
    load: async () => {
      const { benchStorm } = await import('./storm.ts');
      return ({ count, kills, leavers, drops }) =>
        benchStorm({ count: count!, kills: kills!, leavers: leavers!, drops: drops! });
    },
  },
  send: {
    about: 'campaigns into a counting mail server, unsigned and signed, beside the bare SMTP pool',
    options: {
      count: { about: 'contacts, and mails in each part', fallback: 10_000 },
      connections: { about: 'SMTP connections', fallback: 20 },
      kilobytes: { about: 'size of the body; not given: 3, then 40', fallback: 0 },
      signatures: {
        about: '1: unsigned; 2: by DKIM with RSA, too; 3: and with Ed25519',
        fallback: 3,
      },
    },
    load: async () => {
      const { benchSend } = await import('./send.ts');
      return ({ count, connections, kilobytes, signatures }) =>
        benchSend({
          count: count!,
          connections: connections!,
          kilobytes: kilobytes!,
          signatures: signatures!,
        });
    },
  },
  page: {
    about: "the recipient's page: what it weighs, and its times through api and pages",
    options: {
      count: { about: 'pages in each part', fallback: 3_000 },
      rate: { about: 'per second in the paced part', fallback: 100 },
    },
    load: async () => {
      const { benchPage } = await import('./page.ts');
      return ({ count, rate }) => benchPage({ count: count!, rate: rate! });
    },
  },
  'mail-in': {
    about:
      'mails that come in by SMTP, accepted and understood, beside the bare insert and the bare parser; or what of the corpora is read rightly, class by class',
    options: {
      count: { about: 'mails in each part', fallback: 3_000 },
      rate: { about: 'per second in the paced part', fallback: 200 },
    },
    flags: { corpora: 'read the corpora, and name every file that is read wrongly' },
    load: async () => {
      const { benchMailCorpora } = await import('./mail-in-corpora.ts');
      const { benchMailIn } = await import('./mail-in.ts');
      return ({ corpora, count, rate }) =>
        corpora === 1 ? benchMailCorpora() : benchMailIn({ count: count!, rate: rate! });
    },
  },
  words: {
    about: 'wishes found and other answers paused, of the corpus of intents, by language',
    options: { count: { about: 'answers read for the time', fallback: 2_000 } },
    load: async () => {
      const { benchWords } = await import('./words.ts');
      return async ({ count }) => benchWords({ count: count! });
    },
  },
};
