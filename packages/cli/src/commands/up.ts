import type { Command } from 'commander';
import { readEnvironment } from '../environment.ts';
import { inRepository } from '../repository.ts';
import { DEFAULT_DATA } from '../up/data-folder.ts';

export { DEFAULT_DATA };

/** `adieu up`: what `npm start` runs. */
export function addUpCommand(program: Command): void {
  program
    .command('up')
    .description(
      'start everything: PostgreSQL, Temporal, mailbox, api, mail-in, worker, preference center',
    )
    .option('--data <dir>', 'where data lives', DEFAULT_DATA)
    .option('--no-demo', 'start empty: no demo organisation, no sample campaign')
    .action(async (options: { data: string; demo: boolean }) => {
      const environment = readEnvironment(process.env, inRepository('.env'));
      // Loaded only here: each command should start as fast as it can.
      const [{ up }, { createPrinter }] = await Promise.all([
        import('../up/up.ts'),
        import('../up/log/printer.ts'),
      ]);
      process.exitCode = await up({
        ...options,
        environment,
        printer: createPrinter(process.stdout),
      });
      // A connection that is still being given up must not hold the terminal.
      process.exit();
    });
}
