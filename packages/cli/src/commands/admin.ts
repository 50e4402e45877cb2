import type { Command } from 'commander';
import { dataOption } from './data-option.ts';
import { addImportCommand } from './import-command.ts';
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
  addImportCommand(program);
  program
    .command('demo')
    .description(
      'load the demo organisation into the Adieu that runs; repeating it changes nothing',
    )
    .option('--data <dir>', 'its data folder', DEFAULT_DATA)
    .action(async ({ data }: { data: string }) => (await import('./demo.ts')).runDemo(data));
}
