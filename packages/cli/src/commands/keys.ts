import { Command, Option } from 'commander';
import { KEY_USE_NAMES, KEY_USES, ROLES } from '@adieu/domain';
import { dataOption } from './data-option.ts';
import { type OfOrganisation, organisationOption } from './the-organisation.ts';
import type { CreateKeyOptions } from './keys-create.ts';

const USES = KEY_USE_NAMES.map((use) => `  ${use.padEnd(20)}${KEY_USES[use]}`).join('\n');

const AFTER = `
A key has one role, or uses, which open a few fields each:
${USES}

  adieu keys create --name "Web shop" --use gate:ask --use suppressions:read
  adieu keys create --name Auditors --role AUDITOR --ends 2027-01-01
  adieu keys rotate key_… --overlap 2d
create and rotate print the secret alone to standard output, and the id, by which a key is revoked, beside it.
Rights: docs/rights.md. Keys are also made by GraphQL: createApiKey.`;

/** The commands for keys of the API, on the database itself: for whoever looks after the installation. */
export function addKeysCommand(program: Command): void {
  const keys = program
    .command('keys')
    .description('list, make, replace and end keys of the API')
    .addHelpText('after', AFTER);
  const withData = (command: Command): Command =>
    command.addOption(organisationOption()).addOption(dataOption());
  withData(keys.command('list'))
    .description('the keys of an organisation, the newest first, without their secrets')
    .action(async (options: OfOrganisation) => (await import('./keys-list.ts')).listKeys(options));
  withData(keys.command('create'))
    .description('make a key and show it this once')
    .requiredOption('--name <name>', 'what histories call its holder')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES))
    .addOption(
      new Option('--use <use>', 'instead of a role; may be repeated')
        .choices(KEY_USE_NAMES)
        .argParser((one: string, before: string[] | undefined) => [...(before ?? []), one]),
    )
    .option('--account <id>', 'the one account that it opens, e.g. account_…; all if not given')
    .option('--ends <date>', 'when it stops, e.g. 2027-01-01 (midnight UTC); never if not given')
    .action(async (options: CreateKeyOptions) =>
      (await import('./keys-create.ts')).createKey(options),
    );
  withData(keys.command('rotate <id>'))
    .description('make a new key with all that an old one gives, and show it this once')
    .option('--overlap <time>', 'so long the old one works on: 12h, 2d; at most 7d', '0h')
    .action(async (id: string, options: OfOrganisation & { overlap: string }) =>
      (await import('./keys-end.ts')).rotateKey(id, options),
    );
  withData(keys.command('revoke <id>'))
    .description('end a key now; streams that it holds open end too')
    .action(async (id: string, options: OfOrganisation) =>
      (await import('./keys-end.ts')).revokeKey(id, options),
    );
}
