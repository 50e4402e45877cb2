import { Command } from 'commander';
import { addCampaignCommands, addListenCommand, endWithReader } from './command/index.ts';

endWithReader();
const program = new Command('adieu')
  .description('Adieu, for the repository of a product team: its campaigns in code')
  .showHelpAfterError();
addCampaignCommands(program);
addListenCommand(program);
await program.parseAsync();
