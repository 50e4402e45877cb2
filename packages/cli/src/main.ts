#!/usr/bin/env node
import { Command } from 'commander';
import { addAdminCommands } from './commands/admin.ts';
import { addCampaignCommand } from './commands/campaign.ts';
import { addLedgerCommands } from './commands/ledger.ts';
import { addUpCommand } from './commands/up.ts';
import { Failure } from './failure.ts';

const program = new Command('adieu')
  .description('Adieu: software for letting people leave. Through npm: npm run adieu -- <command>')
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true });
addUpCommand(program);
addAdminCommands(program);
addCampaignCommand(program);
addLedgerCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Failure ? `adieu: ${error.message}` : error);
  process.exitCode = 1;
}
