import { allSenderDomains, assignSenderDomain, type Sql, type Tenant } from '@adieu/db';
import { createDomainChallenge, readDomain } from '@adieu/keys';
import type { Command } from 'commander';
import { TypeID } from 'typeid-js';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';
import { dataOption } from './data-option.ts';
import { type OfOrganisation, organisationOf, organisationOption } from './the-organisation.ts';

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
    .addOption(organisationOption())
    .action(async (domain: string, options: OfOrganisation) =>
      runAssign(options.data, domain, (sql) => organisationOf(sql, options.organisation)),
    );
  command('take-away')
    .description('take a domain away from whoever has it; their campaigns from it are paused')
    .argument('<domain>')
    .action(async (domain: string, { data }: { data: string }) =>
      runAssign(data, domain, () => Promise.resolve(null)),
    );
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

type Owner = (sql: Sql) => Promise<Tenant | null>;

async function runAssign(data: string, text: string, ownerOf: Owner): Promise<void> {
  const read = readDomain(text);
  if ('refused' in read) throw new Failure(`${text} ${REFUSALS[read.refused]}`);
  const { databaseUrl } = await findInstallation(data);
  const owner = await withDatabase(databaseUrl, (db) =>
    db.transaction(async (sql) => {
      const found = await ownerOf(sql);
      const organisationId = found?.id ?? null;
      const challenge = createDomainChallenge();
      await assignSenderDomain(sql, { ...read, organisationId, challenge, now: new Date() });
      return found;
    }),
  );
  console.log(`${read.domain} is ${owner === null ? 'nobody’s' : `${owner.name}’s`} now`);
}
