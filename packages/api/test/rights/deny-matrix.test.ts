import { createAccount, createApiKey } from '@adieu/db';
import { type Grant, type KeyUse, KEY_USE_NAMES, type Right, ROLES } from '@adieu/domain';
import { createSecretToken } from '@adieu/keys';
import { argumentsWith, idPositions, type RootField, rootFields } from '@adieu/testkit/graphql';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../../src/graphql/areas.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { type IdPrefix, toId } from '../../src/graphql/shared/ids.ts';
import { openWorld, theirs } from '../bad-input/open-world.ts';
import { house } from '../bad-input/world.ts';
import { askField, isForbidden } from './ask-field.ts';
import { rowsThatName } from './rows-that-name.ts';

const schema = await createSchema();
const FIELDS = rootFields(schema);
const GUARDED = FIELDS.filter(({ root, field }) => ACCESS[root][field.name] !== 'link');
const RIGHTS: readonly Right[] = [...ROLES, ...KEY_USE_NAMES];

const TOLD_ALIKE = {};
const keys = new Map<Right, string>();
/** What the organisation has itself, by the names that its ids go by in arguments. */
let own: (name: string) => string;
let cells = 0;

beforeAll(async () => {
  await openWorld();
  for (const right of RIGHTS) keys.set(right, await keyOf([{ right, accountId: null }]));
  const { org } = house;
  const ids: Record<string, string> = {
    accountId: toId('account', org.accountId),
    addressBookId: toId('book', org.newsletterId),
    topicId: toId('topic', org.newsTopicId),
  };
  own = (name) => ids[name] ?? ids['addressBookId']!;
});
afterAll(async () => {
  console.log(`deny matrix: ${cells} cells tried`);
  await house?.close();
});

/** A key with these rights, all of them roles or all of them uses, in one account or in all. */
async function keyOf(grants: readonly Grant[]): Promise<string> {
  const { secret, hash } = createSecretToken('adieu_');
  const role = ROLES.find((each) => grants.some(({ right }) => right === each)) ?? null;
  await createApiKey(house.test.db.sql, {
    organisationId: house.org.organisationId,
    name: 'of the matrix',
    role,
    uses: role === null ? grants.map(({ right }) => right as KeyUse) : [],
    accountId: grants[0]!.accountId,
    keyHash: hash,
    createdBy: { kind: 'SYSTEM', name: 'test' },
  });
  return secret;
}

const named = (fields: readonly RootField[]): [string, RootField][] =>
  fields.map((each) => [`${each.root} ${each.field.name}`, each]);

describe('who may use what (Q-8)', () => {
  it.each(named(GUARDED))('%s answers those of its row alone', async (_, { root, field }) => {
    const row = ACCESS[root][field.name]!;
    for (const right of RIGHTS) {
      const answer = await askField(
        house,
        { root, field },
        argumentsWith(field, own),
        keys.get(right)!,
      );
      const may = row !== 'link' && row.rights.includes(right);
      expect([right, isForbidden(answer, field.name)]).toEqual([right, !may]);
      cells += 1;
    }
    const none = await askField(house, { root, field }, argumentsWith(field, own), null);
    expect([none.status, none.errors?.[0]?.extensions?.['code']]).toEqual([401, 'UNAUTHENTICATED']);
    cells += 1;
  });

  it('an auditor reads all that anybody of the organisation reads, and changes nothing', () => {
    for (const [name, row] of Object.entries(ACCESS.Query))
      // What is nobody's here is the operators'.
      if (row !== 'link' && row.rights.join() !== 'OPERATOR')
        expect([name, row.rights.includes('AUDITOR')]).toEqual([name, true]);
    const changes = Object.entries(ACCESS.Mutation).filter(
      ([, row]) => row !== 'link' && row.rights.includes('AUDITOR'),
    );
    expect(changes.map(([name]) => name)).toEqual(['checkCampaign']);
  });
});

describe('ids of others, in every position of every field', () => {
  /** What was told of an id of somebody else and of one of nothing where it differs but for the id itself. */
  async function told(
    each: RootField,
    at: string,
    kind: string,
    id: string,
    key: string,
  ): Promise<object> {
    const none = toId(kind as IdPrefix, randomUUID());
    const answers = [];
    for (const asked of [id, none]) {
      const { data, errors } = await askField(
        house,
        each,
        argumentsWith(each.field, own, at, asked),
        key,
      );
      answers.push(JSON.stringify({ data, errors }).replaceAll(asked, '<id>'));
    }
    cells += 1;
    const [foreign, nothing] = answers;
    return foreign === nothing ? TOLD_ALIKE : { at, kind, foreign, nothing };
  }

  describe('another organisation’s', () => {
    let before: Record<string, string>;
    beforeAll(async () => {
      before = await rowsThatName(house.test.db.sql, Object.values(theirs));
    });

    // An operator is the installation's: every organisation is theirs to delete.
    const held = GUARDED.filter(({ field }) => field.name !== 'deleteOrganisation');
    it.each(named(held))('%s answers as if there were none', async (_, each) => {
      const row = ACCESS[each.root][each.field.name]!;
      const right = row !== 'link' && row.rights[0] === 'OPERATOR' ? 'OPERATOR' : 'ADMIN';
      for (const at of idPositions(each.field))
        for (const [kind, id] of Object.entries(theirs))
          expect(await told(each, at, kind, id, keys.get(right)!)).toEqual(TOLD_ALIKE);
    });

    it('are as they were', async () => {
      expect(await rowsThatName(house.test.db.sql, Object.values(theirs))).toEqual(before);
    });
  });

  describe('another account’s, by a key that is held to one', () => {
    let before: Record<string, string>;
    let siblings: Record<string, string>;
    let key: string;
    beforeAll(async () => {
      const { sql } = house.test.db;
      const accountId = await createAccount(sql, {
        organisationId: house.org.organisationId,
        name: 'Held',
        sender: { name: 'Held', address: 'held@nordlys.example.test' },
        defaultLanguage: 'en',
      });
      key = await keyOf([{ right: 'ADMIN', accountId }]);
      siblings = {
        account: toId('account', house.org.accountId),
        book: toId('book', house.org.staffId),
        topic: toId('topic', house.org.eventsTopicId),
      };
      before = await rowsThatName(sql, Object.values(siblings));
    });

    it.each(named(GUARDED))('%s answers as if there were none, or refuses', async (_, each) => {
      const row = ACCESS[each.root][each.field.name]!;
      if (row === 'link' || !row.rights.includes('ADMIN')) return;
      if (row.inAccount === 'refused') {
        const answer = await askField(house, each, argumentsWith(each.field, own), key);
        expect(isForbidden(answer, each.field.name)).toBe(true);
        cells += 1;
      }
      for (const at of idPositions(each.field))
        for (const [kind, id] of Object.entries(siblings))
          expect(await told(each, at, kind, id, key)).toEqual(TOLD_ALIKE);
    });

    it('are as they were', async () => {
      expect(await rowsThatName(house.test.db.sql, Object.values(siblings))).toEqual(before);
    });
  });
});
