import { type Command, Option } from 'commander';
import type { ImportOptions } from './import.ts';
import type { ListImportOptions } from './list-import-options.ts';
import { organisationOption } from './the-organisation.ts';
import { DEFAULT_DATA } from './up.ts';

const BOTH_LISTS =
  'CSV, XLSX, XLS, ODS, XML, JSON or NDJSON, told by what stands in it, whatever its name';

const repeated = (one: string, before: string[]): string[] => [...before, one];

/** `adieu import`: a list into a book at once; and lists of any size through the worker, counted before anything is done. */
export function addImportCommand(program: Command): void {
  // What follows the name of a command is its own: `import` has some options of the same names.
  const command = program
    .enablePositionalOptions()
    .command('import')
    .enablePositionalOptions()
    .description(
      'add the contacts of a list to an address book; repeating it changes nothing, and nobody who left comes back',
    )
    .argument(
      '<file>',
      `${BOTH_LISTS}; columns email, phone (one of them, or both), language and time_zone are known, the others become merge fields`,
    )
    .option('--book <id>', 'the address book, e.g. book_…')
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
      repeated,
      [],
    )
    .action(async (file: string, options: ImportOptions) =>
      (await import('./import.ts')).runImport(file, options),
    );
  listOptions(
    command
      .command('opt-outs')
      .description(
        'opt out everybody whose address stands in a list; it only opts out, and brings nobody back',
      )
      .argument('<file>', BOTH_LISTS),
  )
    .option(
      '--account <id>',
      'they leave all marketing of this account; the only one that is there if nothing is given',
    )
    .option('--book <id>', 'they leave this book')
    .option('--topic <id>', 'they leave this topic')
    .option('--everything', 'they leave all marketing of the organisation')
    .action(async (file: string, options: ListImportOptions) =>
      (await import('./import-list.ts')).runListImport('OPT_OUTS', file, options),
    );
  listOptions(
    command
      .command('contacts')
      .description(
        'add and update the people of a list of any size in an address book; it brings nobody back',
      )
      .argument('<file>', BOTH_LISTS),
  )
    .requiredOption('--book <id>', 'the address book, e.g. book_…')
    .action(async (file: string, options: ListImportOptions) =>
      (await import('./import-list.ts')).runListImport('CONTACTS', file, options),
    );
  command
    .command('cancel')
    .description('end an import that is under way; what it did stays done')
    .argument('<id>', 'import_…')
    .option('--data <dir>', 'data folder of the Adieu that runs', DEFAULT_DATA)
    .action(async (id: string, options: { data: string }) =>
      (await import('./import-list.ts')).runCancelImport(id, options),
    );
}

function listOptions(command: Command): Command {
  return command
    .option(
      '--column <column=field>',
      'what a column holds: email, phone, address, language, time_zone, tags, left, since, reason, note, field or ignore; may be repeated',
      repeated,
      [],
    )
    .option('--encoding <name>', 'of a text, where the guess is wrong, e.g. windows-1250')
    .option('--separator <sign>', 'of CSV, where the guess is wrong')
    .option('--sheet <name>', 'of a workbook: which sheet')
    .option('--path <path>', 'of JSON and XML: where the rows are, e.g. data.contacts')
    .addOption(new Option('--no-header', 'the first row names no columns'))
    .option('--rejected <file>', 'writes the rows that are not taken there, as CSV')
    .option('--by <name>', 'who is named in the histories', 'adieu import')
    .option('--yes', 'carries it out without asking', false)
    .option('--count', 'only counts what it would do', false)
    .addOption(organisationOption())
    .option(
      '--data <dir>',
      'data folder of the Adieu that runs, where DATABASE_URL is not set',
      DEFAULT_DATA,
    );
}
