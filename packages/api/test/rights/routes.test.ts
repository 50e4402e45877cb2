import { createApiKey } from '@adieu/db';
import { KEY_USE_NAMES, type KeyUse, type Right, ROLES } from '@adieu/domain';
import { createSecretToken } from '@adieu/keys';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/graphql/access/area.ts';
import { toId } from '../../src/graphql/shared/ids.ts';
import { ROUTES } from '../../src/http/access/routes.ts';
import { watchRoutes } from '../../src/http/access/watch-routes.ts';
import { type House, openHouse } from '../house.ts';

const RIGHTS: readonly Right[] = [...ROLES, ...KEY_USE_NAMES];
const GUARDED = Object.entries(ROUTES).filter(
  (entry): entry is [string, Row] => typeof entry[1] !== 'string',
);

let house: House;
let cells = 0;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  console.log(`routes: ${cells} cells tried`);
  await house?.close();
});

async function keyOf(right: Right, accountId: string | null = null): Promise<string> {
  const { secret, hash } = createSecretToken('adieu_');
  const role = ROLES.find((each) => each === right) ?? null;
  await createApiKey(house.test.db.sql, {
    organisationId: house.org.organisationId,
    name: 'of the matrix',
    role,
    uses: role === null ? [right as KeyUse] : [],
    accountId,
    keyHash: hash,
    createdBy: { kind: 'SYSTEM', name: 'test' },
  });
  return secret;
}

/** What is asked of those that take a body. */
const bodyFor = (path: string): object | null => {
  const id = toId('book', house.org.newsletterId);
  const of = { channel: 'EMAIL', addresses: ['a@example.test'] };
  // It is refused for its missing name, by whoever may bring one.
  if (path === '/lists') return {};
  if (path === '/v1/check') return { ...of, addressBookId: id };
  return path === '/v1/opt-outs' ? { ...of, scope: { kind: 'BOOK', id } } : null;
};
const asked = (path: string): string =>
  path
    .replace(':bookId', toId('book', house.org.newsletterId))
    .replace(/(\/audience\/[^?]*)\??/, '$1?use=EMAIL&purpose=MARKETING&')
    .replace('accounts/:id', `accounts/${toId('account', house.org.accountId)}`)
    .replace('/lists/:id', `/lists/${toId('import', house.org.accountId)}`)
    .replace(':id', toId('campaign', house.org.accountId));

async function statusOf(path: string, key: string | null): Promise<number | 'FORBIDDEN'> {
  const body = bodyFor(path);
  const answer = await fetch(`${house.url}${asked(path)}`, {
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(body !== null && { 'content-type': 'application/json' }),
    },
    ...(body !== null && { method: 'POST', body: JSON.stringify(body) }),
  });
  const told = await answer.text();
  // Other refusals have the same status.
  return answer.status === 403 && told.includes('"FORBIDDEN"') ? 'FORBIDDEN' : answer.status;
}

async function bodyOf(path: string, key: string): Promise<string> {
  const answer = await fetch(`${house.url}${asked(path)}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return answer.text();
}

describe('who may use a route (Q-8)', () => {
  it.each(GUARDED)('%s answers those of its row alone', async (path, row) => {
    expect(await statusOf(path, null)).toBe(401);
    for (const right of RIGHTS) {
      const status = await statusOf(path, await keyOf(right));
      expect([right, status === 'FORBIDDEN']).toEqual([right, !row.rights.includes(right)]);
      cells += 1;
    }
  });

  // What brings a file names nothing of an account: its import does.
  const named = GUARDED.filter(([path]) => path !== '/lists');
  it.each(named)('%s is shut to a key that is held to another account', async (path, row) => {
    const [other] = await house.test.db.sql.rows<{ id: string }>(
      `INSERT INTO account (organisation_id, name) VALUES ($1, $2) RETURNING id`,
      [house.org.organisationId, `Other of ${path}`],
    );
    // Where nothing is named they get what is of their own account, which nobody left.
    const shut = row.inAccount === 'accountId' ? [200] : ['FORBIDDEN', 404];
    const held = await keyOf(row.rights[0]!, other!.id);
    expect(shut).toContain(await statusOf(path, held));
    if (row.inAccount === 'accountId') expect(await bodyOf(path, held)).not.toContain('"key"');
    const theirs = await statusOf(path, await keyOf(row.rights[0]!, house.org.accountId));
    if (path === '/reports/accounts/:id') expect(theirs).toBe(200);
  });

  it('without a row the server does not start', () => {
    const app = Fastify();
    watchRoutes(app);
    expect(() => app.get('/secrets', () => 'x')).toThrow('/secrets');
  });
});
