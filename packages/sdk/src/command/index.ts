import { type Command, InvalidArgumentError } from 'commander';
import { type Connection, connect } from '../client/connect.ts';
import { type CampaignChange, changeCampaign } from '../campaign/change.ts';
import { loadCampaign } from './load-campaign.ts';
import { plainly } from './plainly.ts';
import { runCheck } from './run-check.ts';
import { type PreviewCommandOptions, runPreview } from './run-preview.ts';
import { runSend, type SendCommandOptions } from './run-send.ts';
import { runTest, type TestCommandOptions } from './run-test.ts';

export { endWithReader } from './end-with-reader.ts';
export { addListenCommand } from './listen-command.ts';

const AS = 'a contact by id or address, whose fields and language it is filled with';
const LANGUAGE = 'sv, cs, de, da or en, instead of their own';
const FILE = 'a module (.ts, .tsx, .js) whose default export is made by defineCampaign';

/** Adds `campaign check|preview|test|send` and `pause|resume|cancel`. `connection` is asked for when a command runs; by the environment if not given. */
export function addCampaignCommands(
  program: Command,
  connection: () => Connection | Promise<Connection> = connect,
): void {
  const campaign = program
    .command('campaign')
    .description(
      'campaigns in code: check, preview, test and send them; by ADIEU_URL and ADIEU_API_KEY',
    );
  campaign
    .command('check')
    .description(
      'look a campaign over with its audience as it is now; exit code 1 where it may not be sent',
    )
    .argument('<file>', FILE)
    .option('--json', 'print the findings as JSON')
    .action((file: string, options: { json?: boolean }) =>
      plainly(async () => runCheck(await loadCampaign(file, await connection()), options)),
    );
  campaign
    .command('preview')
    .description("print one reader's mail or SMS as it would be sent; its ways out lead nowhere")
    .argument('<file>', FILE)
    .option('--as <contact>', AS)
    .option('--language <code>', LANGUAGE)
    .option('--html <file>', 'write the page of a mail into a file, to open in a browser')
    .action((file: string, options: PreviewCommandOptions) =>
      plainly(async () => runPreview(await loadCampaign(file, await connection()), options)),
    );
  campaign
    .command('test')
    .description(
      'send it to a few addresses or numbers, marked as a test; its ways out take nobody off',
    )
    .argument('<file>', FILE)
    .requiredOption('--to <address...>', 'up to 10')
    .option('--as <contact>', AS)
    .option('--language <code>', LANGUAGE)
    .action((file: string, options: TestCommandOptions) =>
      plainly(async () => runTest(await loadCampaign(file, await connection()), options)),
    );
  campaign
    .command('send')
    .description('send a campaign, once: the same name and content is not sent again')
    .argument('<file>', FILE)
    .option('--at <instant>', 'not before, e.g. 2026-06-01T09:00:00+02:00', instant)
    .option('--in-recipients-zone', 'with --at: at that hour where each of them lives')
    .option('--watch', 'stay and tell how far it is, until it is sent')
    .action((file: string, options: SendCommandOptions) =>
      plainly(async () => runSend(await loadCampaign(file, await connection()), options)),
    );
  addChanges(campaign, connection);
}

/** Of campaigns that are on their way: what `send` began, by the id that it printed. */
function addChanges(campaign: Command, connection: () => Connection | Promise<Connection>): void {
  for (const [change, what] of Object.entries(CHANGES))
    campaign
      .command(change)
      .description(what)
      .argument('<id>', 'of a campaign (campaign_…), as `campaign send` prints it')
      .action((id: string) =>
        plainly(async () => {
          const changed = await changeCampaign(await connection(), id, change as CampaignChange);
          console.log(`${changed.name} (${id}) is ${changed.state}`);
        }),
      );
}

const CHANGES: Readonly<Record<CampaignChange, string>> = {
  pause: 'hold a campaign that is being sent: no hand-over begins until it is resumed',
  resume: 'let a campaign go on that was paused, by somebody or by too many complaints',
  cancel: 'end a campaign: what is left of it is never sent',
};

function instant(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || !/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text))
    throw new InvalidArgumentError(
      'Give an instant with its offset, as in 2026-06-01T09:00:00+02:00.',
    );
  return at;
}
