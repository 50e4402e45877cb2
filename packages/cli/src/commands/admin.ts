import type { Command } from 'commander';
import type { ImportOptions } from './import.ts';
import { dataOption } from './data-option.ts';
import { DEFAULT_DATA } from './up.ts';
import { addInitCommand } from './init-command.ts';

/** The commands of whoever looks after an installation. */
export function addAdminCommands(program: Command): void {
  addInitCommand(program);
  program
    .command('migrate')
    .description('bring the database up to date; safe to repeat')
    .addOption(dataOption())
    .action(async ({ data }: { data: string }) => (await import('./migrate.ts')).runMigrate(data));
  program
    .command('keys-file')
    .description('make the file of keys that sign links and hide addresses, where there is none')
    .requiredOption('--file <file>', 'where; name the same in KEYS_FILE')
    .action(async ({ file }: { file: string }) =>
      (await import('./keys-file.ts')).makeKeysFile(file),
    );
  program
    .command('pages-secret')
    .description(
      'make the secret that the api and the preference center share, where there is none',
    )
    .requiredOption('--file <file>', 'where; name the same in PAGES_SECRET_FILE')
    .action(async ({ file }: { file: string }) =>
      (await import('./pages-secret.ts')).runPagesSecret(file),
    );
  program
    .command('import')
    .description(
      'add the contacts of a list to an address book; repeating it changes nothing, and nobody who left comes back',
    )
    .argument(
      '<file>',
      'CSV, XLSX, XLS, ODS, XML, JSON or NDJSON; columns email, phone (one of them, or both), language and time_zone are known, the others become merge fields',
    )
    .requiredOption('--book <id>', 'the address book, e.g. book_…')
    .option(
      '--data <dir>',
      'data folder of the Adieu that runs, where DATABASE_URL and KEYS_FILE are not set',
      DEFAULT_DATA,
    )
    .option(
      '--encoding <name>',
      'where the file is neither UTF-8 nor UTF-16, e.g. windows-1252 or windows-1250',
    )
    .option(
      '--leaving-column <column=meaning>',
      'what a column means that speaks of leaving: opt-outs, or ignore; may be repeated',
      (one: string, before: string[]) => [...before, one],
      [],
    )
    .action(async (file: string, options: ImportOptions) =>
      (await import('./import.ts')).runImport(file, options),
    );
  program
    .command('demo')
    .description(
      'load the demo organisation into the Adieu that runs; repeating it changes nothing',
    )
    .option('--data <dir>', 'its data folder', DEFAULT_DATA)
    .action(async ({ data }: { data: string }) => (await import('./demo.ts')).runDemo(data));
}
