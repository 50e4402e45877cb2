import { type Sql, type Tenant, whoIsHere } from '@adieu/db';
import { publicId } from '@adieu/domain';
import { Option } from 'commander';
import { Failure } from '../failure.ts';

/** What a command says that is about an organisation. */
export interface OfOrganisation {
  readonly organisation?: string;
  readonly data: string;
}

/** Whose something is; needed only where there are several. */
export const organisationOption = (): Option =>
  new Option('--organisation <id or name>', 'whose; the only one that is there if not given');

/** The id of the organisation that was named, or of the only one. */
export async function theOrganisation(sql: Sql, named: string | undefined): Promise<string> {
  return (await organisationOf(sql, named)).id;
}

/** The same with its name. */
export async function organisationOf(sql: Sql, named: string | undefined): Promise<Tenant> {
  const tenants = await whoIsHere(sql);
  const meant = named === undefined ? tenants : tenants.filter((tenant) => isNamed(tenant, named));
  const [one, ...others] = meant;
  if (one !== undefined && others.length === 0) return one;
  if (tenants.length === 0)
    throw new Failure('there is no organisation yet: the set-up page or adieu init makes one');
  const all = tenants.map(({ id, name }) => `\n  ${publicId('org', id)}  ${name}`).join('');
  throw new Failure(
    named === undefined
      ? `there are several organisations; --organisation says which:${all}`
      : `there is no organisation ${named}. There is:${all}`,
  );
}

function isNamed({ id, name }: Tenant, named: string): boolean {
  return publicId('org', id) === named || name === named;
}
