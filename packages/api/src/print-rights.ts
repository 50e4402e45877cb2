// First: the decorators below it read metadata as they load.
import 'reflect-metadata';
import { KEY_USE_NAMES, KEY_USES, ROLES, table } from '@adieu/domain';
import type { Access, FieldAccess, TypeAccess } from './graphql/access/area.ts';
import { ACCESS, NESTED_ACCESS } from './graphql/areas.ts';
import { type RouteAccess, ROUTES } from './http/access/routes.ts';

/** docs/rights.md, of the very rows that the server reads. */
const IN_ACCOUNT = {
  refused: '',
  'by-ids': 'what is of it',
  own: 'what is of it',
  free: 'yes',
  accountId: 'what is of it',
  'filter.accountId': 'what is of it',
  'input.accountId': 'what is of it',
} as const;
const ROLE_HEAD = ROLES.map((role) => role.toLowerCase());
const HEAD = [...ROLE_HEAD, 'key with the use', 'held to one account'];

function rolesOf(rights: readonly string[]): string[] {
  return ROLES.map((role) => (rights.includes(role) ? 'yes' : ''));
}

function usesOf(rights: readonly string[]): string {
  const uses = KEY_USE_NAMES.filter((use) => rights.includes(use));
  return uses.length === KEY_USE_NAMES.length ? 'any' : uses.map((use) => `\`${use}\``).join(', ');
}

function rootRow([name, who]: readonly [string, Access]): string[] {
  if (who === 'link') return [`\`${name}\``, ...ROLES.map(() => ''), '', 'by its link'];
  return [`\`${name}\``, ...rolesOf(who.rights), usesOf(who.rights), IN_ACCOUNT[who.inAccount]];
}

const WORDS: Readonly<Record<Exclude<RouteAccess, object>, string>> = {
  anybody: 'anybody',
  link: 'by its link',
  metrics: '`METRICS_TOKEN`',
  gateway: 'its proof of origin',
  fields: 'each field by its row',
};

function routeRow([path, who]: readonly [string, RouteAccess]): string[] {
  if (typeof who === 'string') return [`\`${path}\``, ...ROLES.map(() => ''), '', WORDS[who]];
  return [`\`${path}\``, ...rolesOf(who.rights), usesOf(who.rights), IN_ACCOUNT[who.inAccount]];
}

function typeRow([name, who]: readonly [string, Exclude<TypeAccess, 'held'>]): string[] {
  return [`\`${name}\``, ...rolesOf(who), usesOf(who), who.includes('link') ? 'yes' : ''];
}

function fieldRow([name, { rights, others, wholeOrganisation }]: readonly [
  string,
  FieldAccess,
]): string[] {
  const what = { refused: 'an error', null: 'null', masked: 'its mask' }[others];
  return [`\`${name}\``, ...rolesOf(rights), what, wholeOrganisation ? '' : 'yes'];
}

const sorted = <Row>(rows: Readonly<Record<string, Row>>): (readonly [string, Row])[] =>
  Object.entries(rows).toSorted(([a], [b]) => (a < b ? -1 : 1));

const types = sorted(NESTED_ACCESS.types);
const shown = types.filter(
  (entry): entry is [string, Exclude<TypeAccess, 'held'>] => entry[1] !== 'held',
);
const root = (name: keyof typeof ACCESS): string =>
  table([name, ...HEAD], sorted(ACCESS[name]).map(rootRow));

const across = (['Query', 'Mutation', 'Subscription'] as const)
  .flatMap((name) => sorted(ACCESS[name]))
  .filter(([, who]) => who !== 'link' && who.acts === 'installation')
  .map(([name]) => `\`${name}\``)
  .join(', ');

process.stdout.write(`# Who may do what

The table that the server reads: what has no row here keeps it from starting. An empty cell is refused. Ids of another
organisation, and of another account where somebody is held to one, answer like ids that do not exist.
[security.md](security.md) says what the roles are for.

${table(
  ['use of a key', 'what it does'],
  KEY_USE_NAMES.map((use) => [`\`${use}\``, KEY_USES[use]]),
)}

## Fields

These see past the wall between organisations ([decision 046](decisions/046-the-second-wall.md)), as does what a link opens: ${across}. For all others
PostgreSQL has no row but those of the caller's organisation.

${root('Query')}

${root('Mutation')}

${root('Subscription')}

## Objects, wherever they are met

Whoever sees an object sees the parts of it that have no row.

${table(['object', ...ROLE_HEAD, 'key with the use', 'pages of a link'], shown.map(typeRow))}

Fewer see these fields:

${table(['field', ...ROLE_HEAD, 'the others get', 'held to one account'], sorted(NESTED_ACCESS.fields).map(fieldRow))}

## Routes

${table(['route', ...HEAD], Object.entries(ROUTES).map(routeRow))}
`);
