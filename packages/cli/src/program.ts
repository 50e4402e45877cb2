import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { addAdminCommands } from './commands/admin.ts';
import { addCampaignCommand } from './commands/campaign.ts';
import { addDomainsCommand } from './commands/domains.ts';
import { addSmsSendersCommand } from './commands/sms-senders.ts';
import { addKeysCommand } from './commands/keys.ts';
import { addLedgerCommands } from './commands/ledger.ts';
import { addMembersCommand } from './commands/members-command.ts';
import { addOrganisationsCommand } from './commands/organisations.ts';
import { addProjectCommands } from './commands/project.ts';
import { addUpCommand } from './commands/up.ts';
import { inRepository } from './repository.ts';

/** All that `adieu` does. */
export function createProgram(): Command {
  const program = new Command('adieu')
    .description(
      'Adieu: software for letting people leave. Through npm: npm run adieu -- <command>',
    )
    .showHelpAfterError()
    .configureHelp({ showGlobalOptions: true });
  addUpCommand(program);
  addAdminCommands(program);
  addCampaignCommand(program);
  addDomainsCommand(program);
  addSmsSendersCommand(program);
  addKeysCommand(program);
  addLedgerCommands(program);
  addMembersCommand(program);
  addOrganisationsCommand(program);
  addProjectCommands(program);
  if (existsSync(inRepository('packages/simulate')))
    program.addHelpText(
      'after',
      '\nOf a checkout alone: simulate, which plays a campaign (docs/simulate.md).',
    );
  return program;
}
