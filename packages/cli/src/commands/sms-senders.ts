import { allSmsSenders, assignSmsSender, type Sql, type Tenant } from '@adieu/db';
import { publicId, SENDER_REFUSALS, SMS_SENDER_KINDS, type SmsSenderKind } from '@adieu/domain';
import { readSender } from '@adieu/keys';
import { Argument, type Command, Option } from 'commander';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { dataOption } from './data-option.ts';
import { type OfOrganisation, organisationOf, organisationOption } from './the-organisation.ts';

/** Kinds as they are typed: `short-code`. */
const KINDS: Readonly<Record<string, SmsSenderKind>> = Object.fromEntries(
  SMS_SENDER_KINDS.map((kind) => [kind.toLowerCase().replace('_', '-'), kind]),
);

interface OfKeyword {
  readonly data: string;
  readonly keyword?: string;
}

/** `adieu sms-senders`: the word of whoever runs the installation on whose the numbers, texts and short codes are. */
export function addSmsSendersCommand(program: Command): void {
  const senders = program
    .command('sms-senders')
    .description('whose the numbers, texts and short codes are that SMS are sent from');
  const command = (name: string, options?: { isDefault: boolean }): Command =>
    senders.command(name, options).addOption(dataOption());
  const about = (made: Command): Command =>
    made
      .addArgument(new Argument('<kind>').choices(Object.keys(KINDS)))
      .argument('<address>', '+46766861004, Nordlys or 72080')
      .addOption(new Option('--keyword <word>', 'of a short code that several share'));
  command('list', { isDefault: true })
    .description('everything that is somebody’s, and whose it is')
    .action(async ({ data }: OfKeyword) => runList(data));
  about(command('assign'))
    .description('give it to an organisation; whoever had it has it no more')
    .addOption(organisationOption())
    .action(async (kind: string, address: string, options: OfKeyword & OfOrganisation) =>
      runAssign(kind, address, options, (sql) => organisationOf(sql, options.organisation)),
    );
  about(command('take-away'))
    .description('take it away from whoever has it; their campaigns from it are paused')
    .action(async (kind: string, address: string, options: OfKeyword) =>
      runAssign(kind, address, options, () => Promise.resolve(null)),
    );
}

async function runList(data: string): Promise<void> {
  const { databaseUrl } = await findInstallation(data);
  const rows = await withDatabase(databaseUrl, ({ sql }) => allSmsSenders(sql));
  if (rows.length === 0) console.log('no SMS sender is anybody’s yet');
  for (const { kind, address, keyword, organisationId, organisation, assignedBy } of rows)
    console.log(
      `${[kind, address, keyword].join(' ').trimEnd()}  ${publicId('org', organisationId)}  ${organisation}  (${assignedBy})`,
    );
}

type Owner = (sql: Sql) => Promise<Tenant | null>;

async function runAssign(
  typed: string,
  text: string,
  { data, keyword: word = '' }: OfKeyword,
  ownerOf: Owner,
): Promise<void> {
  const kind = KINDS[typed]!;
  const read = readSender({ kind, name: '', address: text, keyword: word }, null);
  if ('refused' in read) throw new Failure(`${text}: ${SENDER_REFUSALS[read.refused].message}`);
  const { address, keyword } = read;
  const { databaseUrl } = await findInstallation(data);
  const owner = await withDatabase(databaseUrl, (db) =>
    db.transaction(async (sql) => {
      const found = await ownerOf(sql);
      const organisationId = found?.id ?? null;
      const now = new Date();
      const assigned = await assignSmsSender(sql, { kind, address, keyword, organisationId, now });
      if (assigned === 'assigned') return found;
      const { message } = SENDER_REFUSALS['keyword-reads-like-anothers'];
      throw new Failure(`${keyword}: ${message} (${assigned.keyword})`);
    }),
  );
  const name = `${address} ${keyword}`.trimEnd();
  console.log(`${name} is ${owner === null ? 'nobody’s' : `${owner.name}’s`} now`);
}
