import { allSenderDomains, assignSenderDomain, organisationExists } from '@adieu/db';
import { createDomainChallenge, readDomain } from '@adieu/keys';
import type { Command } from 'commander';
import { TypeID } from 'typeid-js';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { uuidOf } from './uuid-of.ts';
import { dataOption } from './data-option.ts';

const REFUSALS = {
  'not-a-domain': 'is no domain: give one like nordlys.se',
  'public-suffix': 'is nobody’s: anybody registers names below it',
} as const;

/** `adieu domains`: the word of whoever runs the installation on whose a domain is. Organisations prove theirs by GraphQL. */
export function addDomainsCommand(program: Command): void {
  const domains = program
    .command('domains')
    .description('whose the domains are that mail is sent from');
  const command = (name: string, options?: { isDefault: boolean }): Command =>
    domains.command(name, options).addOption(dataOption());
  command('list', { isDefault: true })
    .description('every domain, and whose it is')
    .action(async ({ data }: { data: string }) => runList(data));
  command('assign')
    .description(
      'give a domain, and what is below it, to an organisation; whoever had it has it no more',
    )
    .argument('<domain>')
    .requiredOption('--organisation <id>', 'whose, e.g. org_…')
    .action(async (domain: string, options: { data: string; organisation: string }) =>
      runAssign(options.data, domain, options.organisation),
    );
  command('take-away')
    .description('take a domain away from whoever has it; their campaigns from it are paused')
    .argument('<domain>')
    .action(async (domain: string, { data }: { data: string }) => runAssign(data, domain, null));
}

async function runList(data: string): Promise<void> {
  const { databaseUrl } = await findInstallation(data);
  const rows = await withDatabase(databaseUrl, ({ sql }) => allSenderDomains(sql));
  if (rows.length === 0) console.log('no domain is anybody’s yet');
  for (const { domain, organisationId, organisation, provenBy } of rows)
    console.log(
      `${domain}  ${TypeID.fromUUID('org', organisationId).toString()}  ${organisation}  (${provenBy})`,
    );
}

async function runAssign(data: string, text: string, organisation: string | null): Promise<void> {
  const read = readDomain(text);
  if ('refused' in read) throw new Failure(`${text} ${REFUSALS[read.refused]}`);
  const organisationId =
    organisation === null ? null : uuidOf('org', 'an organisation', organisation);
  const { databaseUrl } = await findInstallation(data);
  await withDatabase(databaseUrl, (db) =>
    db.transaction(async (sql) => {
      if (organisationId !== null && !(await organisationExists(sql, organisationId)))
        throw new Failure(`there is no organisation ${organisation}`);
      const challenge = createDomainChallenge();
      await assignSenderDomain(sql, { ...read, organisationId, challenge, now: new Date() });
    }),
  );
  console.log(`${read.domain} is ${organisation === null ? 'nobody’s' : `${organisation}’s`} now`);
}
