import { KEY_USE_NAMES, type Right, ROLES, type Viewer } from '@adieu/domain';
import {
  getNamedType,
  GraphQLError,
  type GraphQLField,
  type GraphQLResolveInfo,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NESTED_ACCESS } from '../../src/graphql/areas.ts';
import { guardTypes } from '../../src/graphql/access/guard-types.ts';
import { openByLink } from '../../src/graphql/access/held-rights.ts';
import { isRoot, objectsOf } from '../../src/graphql/access/types-with-rows.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import type { Context } from '../../src/graphql/shared/context.ts';
import { toId } from '../../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from '../house.ts';
import { oneClick } from '../leave.ts';

const schema = await createSchema();
const RIGHTS: readonly Right[] = [...ROLES, ...KEY_USE_NAMES];
/** Each field below the roots that gives an object, or has a row of its own. */
const NESTED = objectsOf(schema)
  .filter((type) => !isRoot(schema, type))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })))
  .filter(({ type, field }) => allowed(type, field) !== null);

let house: House;
let cells = 0;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  console.log(`nested fields: ${cells} cells tried`);
  await house?.close();
});

/** Who may see what a field gives; null where whoever sees what holds it does. */
function allowed(type: string, field: GraphQLField<unknown, unknown>): Set<Right | 'link'> | null {
  const given = getNamedType(field.type);
  const rows = [
    isObjectType(given) ? NESTED_ACCESS.types[given.name.replace(/Connection$/, '')] : undefined,
    NESTED_ACCESS.fields[`${type}.${field.name}`]?.rights,
  ].filter((row) => row !== undefined && row !== 'held');
  const narrow = rows.filter((row) => row.some((right) => right !== 'link'));
  if (narrow.length === 0) return null;
  return new Set(
    (narrow[0] as Right[]).filter((right) => narrow.every((row) => row.includes(right))),
  );
}

async function triedBy(
  field: GraphQLField<unknown, unknown>,
  viewer: Viewer | null,
): Promise<'seen' | 'refused' | 'null' | 'masked'> {
  const ctx = { viewer } as Context;
  const info = { path: { key: 'x', prev: undefined, typename: undefined } } as GraphQLResolveInfo;
  if (viewer === null) openByLink(ctx, info);
  const source = { [field.name]: 'somebody@example.test' };
  try {
    const value: unknown = await field.resolve!(source, {}, ctx, info);
    if (value === null) return 'null';
    return typeof value === 'string' && value.includes('•') ? 'masked' : 'seen';
  } catch (error) {
    // Whoever gets past the row meets a resolver that finds nothing of a real object here.
    const code = error instanceof GraphQLError ? error.extensions['code'] : null;
    return code === 'FORBIDDEN' ? 'refused' : 'seen';
  }
}

describe('what is met below the roots (Q-8)', () => {
  it.each(NESTED.map(({ type, field }) => [`${type}.${field.name}`, type, field] as const))(
    '%s is seen by those of its row alone',
    async (path, type, field) => {
      const rights = allowed(type, field)!;
      const others = NESTED_ACCESS.fields[path]?.others ?? 'refused';
      const tries = RIGHTS.map((right): [Right | 'link', Viewer | null] => [
        right,
        {
          kind: 'KEY',
          id: 'x',
          organisationId: 'x',
          name: 'x',
          grants: [{ right, accountId: null }],
        },
      ]);
      for (const [right, viewer] of [...tries, ['link', null] as const]) {
        const seen = await triedBy(field, viewer);
        // What there is nothing of is null, or has no mask, for those who may see it too.
        if (others !== 'refused' && rights.has(right)) expect(seen).not.toBe('refused');
        else if (others === 'masked') expect(seen).toBe('masked');
        else expect([right, seen === others]).toEqual([right, !rights.has(right)]);
        cells += 1;
      }
    },
  );

  it('no type is without a row, and no row without a type', () => {
    const { Contact: _, ...others } = NESTED_ACCESS.types;
    expect(() => guardTypes(schema, { ...NESTED_ACCESS, types: others })).toThrow('Contact');
    const types = { ...NESTED_ACCESS.types, Gone: 'held' } as const;
    expect(() => guardTypes(schema, { ...NESTED_ACCESS, types })).toThrow('Gone');
    const fields = { 'Contact.gone': { rights: [], others: 'null' } } as const;
    expect(() => guardTypes(schema, { ...NESTED_ACCESS, fields })).toThrow('Contact.gone');
  });
});

describe('an operator reads nothing of recipients (Q-8)', () => {
  it.each([
    'addressBooks { nodes { contacts { nodes { addresses { address } } } } }',
    'addressBooks { nodes { policyHistory { mode createdBy } } }',
    'addressBooks { nodes { optOutPolicy { mode } } }',
    'addressBooks { nodes { signUpForms { title } } }',
    'addressBooks { nodes { senders { address } } }',
    'addressBooks { nodes { account { brand { displayName } } } }',
    'addressBooks { nodes { account { senders { address } } } }',
    'addressBooks { nodes { account { leaveReasons { id } } } }',
    'addressBooks { nodes { account { trend { sigma } } } }',
  ])('%s', async (selection) => {
    await seedMails(house, { count: 1 });
    const { errors } = await house.ask(`{ ${selection} }`, {}, house.org.operatorKey);
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toContain('FORBIDDEN');
    const admin = await house.ask(`{ ${selection} }`);
    expect(admin.errors).toBeUndefined();
  });

  it('nor a list, nor a report', async () => {
    const headers = { authorization: `Bearer ${house.org.operatorKey}` };
    for (const path of [
      `/audience/${toId('book', house.org.newsletterId)}`,
      `/reports/accounts/${toId('account', house.org.accountId)}`,
      '/reports/unsubscribed',
    ])
      expect([path, (await fetch(`${house.url}${path}`, { headers })).status]).toEqual([path, 403]);
  });
});

describe('a reviewer', () => {
  it('sees addresses masked, and decides', async () => {
    const [mail] = await seedMails(house, { count: 1, addressBookId: house.org.staffId });
    await oneClick(house, mail!.token);
    const query =
      '{ optOutRequests(filter: { states: [PENDING] }) { nodes { id recipient { address maskedAddress } evidence { kind origin } } } }';
    const seen = await house.ask<{
      optOutRequests: {
        nodes: { id: string; recipient: { address: string; maskedAddress: string } }[];
      };
    }>(query, {}, house.org.reviewerKey);
    const [request] = seen.data.optOutRequests.nodes;
    expect(request!.recipient.address).toBe(request!.recipient.maskedAddress);
    expect(JSON.stringify(seen)).not.toContain(mail!.address);
    const decided = await house.ask<{ decideOptOutRequests: { __typename: string } }>(
      'mutation ($id: ID!) { decideOptOutRequests(input: { ids: [$id], decision: CONFIRM }) { __typename } }',
      { id: request!.id },
      house.org.reviewerKey,
    );
    expect(decided.data.decideOptOutRequests.__typename).toBe('Decided');
  });
});
