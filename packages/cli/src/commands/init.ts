import { begin, hasOrganisation, type Tenant, whoIsHere } from '@adieu/db';
import {
  BEGINNING_NEEDS,
  BEGINNING_REFUSALS,
  type BeginningField,
  type TypedBeginning,
} from '@adieu/domain';
import { createFirstKeys, readBeginning } from '@adieu/keys';
import { Failure } from '../failure.ts';
import { askBeginning } from './ask-beginning.ts';
import { findInstallation, placeOf, withDatabase } from './connection.ts';
import { tellBegun, tellTenant } from './tell-begun.ts';

/** What flags say; what they leave out is asked, where a terminal is there to answer. */
export interface InitOptions extends Partial<TypedBeginning> {
  readonly key?: boolean;
  readonly adminKey?: boolean;
  readonly another: boolean;
  readonly data: string;
}

const BY = { kind: 'SYSTEM', name: 'adieu init' } as const;

/**
 * Makes what a first campaign needs: organisation, account, sender, book, member and keys if asked for. Where it is there
 * already nothing is changed, and what is there is told.
 */
export async function runInit(options: InitOptions): Promise<void> {
  const installation = await findInstallation(options.data);
  const { databaseUrl, running } = installation;
  await withDatabase(databaseUrl, async (db) => {
    if (!options.another && (await hasOrganisation(db.sql))) {
      const tenants = await whoIsHere(db.sql);
      const name = options.organisation?.trim();
      if (name !== undefined && !tenants.some((tenant) => tenant.name === name))
        throw new Failure(
          `there is an organisation already: ${namesOf(tenants)}. --another makes ${name} beside it`,
        );
      console.log('Nothing was changed. There is already:');
      for (const tenant of tenants) tellTenant(tenant);
      return;
    }
    const typed = await complete(options);
    const beginning = readBeginning(typed);
    if ('wrong' in beginning) throw new Failure(whatIsWrong(beginning.wrong));
    const keys = createFirstKeys(typed);
    const now = new Date();
    const made = await db.transaction((tx) => begin(tx, beginning, { by: BY, keys, now }));
    if ('refused' in made && made.refused === 'domain-taken')
      throw new Failure(
        'the domain of this sender is another organisation’s: adieu domains lists whose, adieu domains take-away takes it',
      );
    if ('refused' in made) {
      console.log(`Nothing was changed: ${beginning.organisation} is there already.`);
      return;
    }
    const place = placeOf(installation);
    tellBegun({ made, beginning, keys, place, mailbox: running?.mailbox ?? null });
  });
}

type Typed = TypedBeginning & Pick<InitOptions, 'key' | 'adminKey'>;

async function complete(options: InitOptions): Promise<Typed> {
  const missing = BEGINNING_NEEDS.filter((field) => options[field] === undefined);
  if (missing.length === 0) return options as Typed;
  if (process.stdin.isTTY) return askBeginning(options);
  throw new Failure(`name them by flags: ${missing.map(flagOf).join(', ')}`);
}

function whatIsWrong(wrong: readonly BeginningField[]): string {
  return wrong.map((field) => `${flagOf(field)}: ${BEGINNING_REFUSALS[field]}`).join('\n       ');
}

const flagOf = (field: BeginningField): string =>
  `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const namesOf = (tenants: readonly Tenant[]): string => tenants.map(({ name }) => name).join(', ');
