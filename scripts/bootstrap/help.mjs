/** Texts of `--help`, by command. */
export const HELP = {
  start: `npm start -- [options]
Sets up and starts all of Adieu: PostgreSQL, Temporal, a mailbox, api, mail-in, worker, preference center.

  --data DIR    where data lives (default .adieu)
  --no-demo     start empty: no demo organisation, no sample campaign
  --help        this

The environment, and a .env file, may replace parts: see .env.example. Ctrl-C stops all of it.`,
  test: `npm test -- [vitest options] [file names]
Runs every test against a PostgreSQL and a Temporal that it starts itself. For one package: npm test -- --project db`,
  screens: `npm run screens
Opens every page in a real browser, light and dark, narrow and wide, and leaves a picture of each in screens/:
of the running product, and of each state of a page and of our mails in every language.
The browser is CHROME_PATH, the system's Chromium, or one that comes with the packages.`,
  check: `npm run check
Format, types, lint, who may import whom, unused code, files that grew too long, rules that are cited but not in docs/rules.md, words of the
glossary, and whether what is generated is what the code makes.`,
  rules: `npm run rules
Writes docs/rules.md anew: below each rule the tests that name it. The rules themselves are yours to write.`,
  bench: `npm run bench -- [name] [options]
Runs a benchmark; without a name it lists them.`,
  fuzz: `npm run fuzz -- [target] [options]
Throws hostile input at what strangers reach, for a while: no crash, no answer that takes a second of the processor.

  --seconds N   for each target (default 60)
  --seed N      begin with this one: a run names its seed, and what failed the seed of its input`,
  adieu: `npm run adieu -- <command> [options]
The command line: up, migrate, import, campaign, ledger and more. Without a command it lists them.
Of the checkout alone, beside them: simulate (docs/simulate.md).`,
};

export const USAGE = `node scripts/bootstrap.mjs <${Object.keys(HELP).join('|')}> [options]
Makes sure of Node 24, pnpm, the packages, Temporal and the build, then runs the command.`;
