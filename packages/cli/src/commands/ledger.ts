import type { Command } from 'commander';
import type { ImportConsentsOptions } from './import-consents.ts';
import type { ExportOptions } from './ledger-export.ts';
import type { VerifyOptions } from './ledger-verify.ts';
import { dataOption } from './data-option.ts';
import { wholeNumber } from './whole-number.ts';

/** What an installation can prove: consents recorded in bulk, the ledger verified and exported. */
export function addLedgerCommands(program: Command): void {
  program
    .command('import-consents')
    .description(
      'record consents that were given elsewhere, for a book; who ever left it gets a double opt-in mail instead',
    )
    .argument(
      '<file>',
      'a list with the columns email or phone, consent_text, source, obtained_at and maybe language',
    )
    .requiredOption('--book <id>', 'the address book, e.g. book_…')
    .requiredOption('--by <name>', 'who records them; stands in every record')
    .option(
      '--evidence <file>',
      'what speaks for all of them: PDF, PNG, JPEG, text or mail, at most 5 MiB',
    )
    .option(
      '--encoding <name>',
      'where the file is neither UTF-8 nor UTF-16, e.g. windows-1252 or windows-1250',
    )
    .addOption(dataOption())
    .action(async (file: string, options: ImportConsentsOptions) =>
      (await import('./import-consents.ts')).runImportConsents(file, options),
    );
  const ledger = program
    .command('ledger')
    .description('verify the ledger, or export a part of it with proofs');
  ledger
    .command('verify')
    .description('make every hash of the sealed ledger again; exit code 1 where one does not fit')
    .option('--from <sequence>', 'the first seal to look at', wholeNumber)
    .option('--to <sequence>', 'the last one', wholeNumber)
    .option('--head <hash>', 'what the last seal’s hash must be, as you know it from elsewhere')
    .addOption(dataOption())
    .action(async (options: VerifyOptions) =>
      (await import('./ledger-verify.ts')).runVerify(options),
    );
  ledger
    .command('export')
    .description(
      'write what the ledger holds about one thing into a file that tools/verify-ledger checks',
    )
    .requiredOption(
      '--request <id>',
      'a request (optout_…), a consent proof (proof_…) or a consent (consent_…)',
    )
    .requiredOption('--out <file>', 'the file to write')
    .addOption(dataOption())
    .action(async (options: ExportOptions) =>
      (await import('./ledger-export.ts')).runExport(options),
    );
}
