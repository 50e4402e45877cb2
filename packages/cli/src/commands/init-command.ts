import { BOOK_RULE_NAMES } from '@adieu/domain';
import { SETUP_MESSAGES } from '@adieu/messages';
import type { Command } from 'commander';
import type { InitOptions } from './init.ts';
import { dataOption } from './data-option.ts';

/** `adieu init`: what a first campaign needs. */
export function addInitCommand(program: Command): void {
  const rules = BOOK_RULE_NAMES.map((name) => `${name}: ${SETUP_MESSAGES.en.rules[name]}`);
  program
    .command('init')
    .description(
      'begin: make the organisation, its account and sender, a first book and member. Asks for what no flag says; a second run changes nothing and says what is there',
    )
    .option('--organisation <name>', 'what recipients know you by')
    .option('--account <name>', 'the first account; the organisation’s name if not given')
    .option(
      '--country <code>',
      'ISO 3166-1, e.g. SE: picks the rules of law; the EU’s if not given',
    )
    .option('--time-zone <zone>', 'e.g. Europe/Stockholm; that of the country if not given')
    .option('--language <code>', 'sv, cs, de, da or en; en if not given')
    .option('--sender-name <name>', 'what mails show; the account’s name if not given')
    .option('--sender-address <address>', 'what mails are from')
    .option('--book <name>', 'the first address book; Newsletter if not given')
    .option('--rule <rule>', `what the book is for, and how it is left. ${rules.join('; ')}`)
    .option('--member-name <name>', 'the first member')
    .option('--member-address <address>', 'where the first member gets a link by mail')
    .option('--key', 'make a key that sends campaigns, too, and show it this once')
    .option('--admin-key', 'make a key that may do everything, too, and show it this once')
    .option('--another', 'make an organisation beside the ones that are there', false)
    .addOption(dataOption())
    .action(async (options: InitOptions) => (await import('./init.ts')).runInit(options));
}
