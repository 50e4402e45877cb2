import { createAccount } from '@adieu/db';
import { openWebhookSecrets, showWebhookPublicKey, showWebhookSecret } from '@adieu/keys';
import { leaves, seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromId, toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from './house.ts';

interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly accountId: string | null;
  readonly types: string[];
  readonly content: string;
  readonly state: string;
  readonly publicKey: string;
  readonly previousSecretUntil: string | null;
}
interface Done {
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
  readonly endpoint: Endpoint;
  readonly secret: string | null;
  readonly delivery: { readonly id: string; readonly state: string; readonly body: string };
}

const ENDPOINT = 'endpoint { id url accountId types content state publicKey previousSecretUntil }';
const SELECTION: Readonly<Record<string, [input: string, selection: string]>> = {
  createWebhookEndpoint: [
    'CreateWebhookEndpointInput',
    `... on WebhookSecretMade { secret ${ENDPOINT} }`,
  ],
  rotateWebhookSecret: [
    'RotateWebhookSecretInput',
    `... on WebhookSecretMade { secret ${ENDPOINT} }`,
  ],
  changeWebhookEndpoint: [
    'ChangeWebhookEndpointInput',
    `... on WebhookEndpointChanged { ${ENDPOINT} }`,
  ],
  pauseWebhookEndpoint: ['WebhookEndpointInput', `... on WebhookEndpointChanged { ${ENDPOINT} }`],
  resumeWebhookEndpoint: ['WebhookEndpointInput', `... on WebhookEndpointChanged { ${ENDPOINT} }`],
  replayWebhooks: ['ReplayWebhooksInput', `... on WebhookEndpointChanged { ${ENDPOINT} }`],
  deleteWebhookEndpoint: ['WebhookEndpointInput', '... on WebhookEndpointDeleted { id }'],
  testWebhookEndpoint: [
    'WebhookEndpointInput',
    '... on WebhookDeliveryAsked { delivery { id state body } }',
  ],
  replayWebhookDelivery: [
    'WebhookEndpointInput',
    '... on WebhookDeliveryAsked { delivery { id state body } }',
  ],
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

async function act(name: string, input: object, by?: string): Promise<Done> {
  const [type, selection] = SELECTION[name]!;
  const { data, errors } = await house.ask<Record<string, Done>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ... on Problem { code message field } ${selection} } }`,
    { input },
    by,
  );
  if (errors !== undefined) throw new Error(errors[0]!.message);
  return data[name]!;
}
const made = (input: object = {}): Promise<Done> =>
  act('createWebhookEndpoint', { url: 'https://hooks.example.test/', ...input });
const rowsOf = (id: string) =>
  house.test.db.sql.rows<{ secrets: Buffer; previousSecrets: Buffer | null }>(
    'SELECT secrets, previous_secrets AS "previousSecrets" FROM webhook_endpoint WHERE id = $1',
    [fromId('endpoint', id)],
  );

describe('an endpoint for webhooks (D7)', () => {
  it('shows its secret once, and keeps it sealed (K-2)', async () => {
    const input = { idempotencyKey: 'one', types: ['optout.confirmed', 'optout.confirmed'] };
    const { endpoint, secret } = await made(input);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(endpoint).toMatchObject({
      accountId: null,
      content: 'THIN',
      state: 'ACTIVE',
      types: ['optout.confirmed'],
      publicKey: expect.stringMatching(/^whpk_/),
    });
    expect(await made(input)).toMatchObject({ secret: null, endpoint: { id: endpoint.id } });
    const [row] = await rowsOf(endpoint.id);
    const opened = openWebhookSecrets(
      house.org.ring,
      fromId('endpoint', endpoint.id)!,
      row!.secrets,
    );
    expect(showWebhookSecret(opened)).toBe(secret);
    expect(showWebhookPublicKey(opened)).toBe(endpoint.publicKey);
    const raw = Buffer.from(secret!.slice(6), 'base64');
    expect(row!.secrets.includes(raw)).toBe(false);
    expect(house.log()).not.toContain(secret!);
  });

  it('is rotated: both secrets for a day, and never longer than a week (K-2)', async () => {
    const { endpoint, secret } = await made();
    const rotated = await act('rotateWebhookSecret', { id: endpoint.id });
    expect(rotated.secret).not.toBe(secret);
    expect(rotated.endpoint.publicKey).not.toBe(endpoint.publicKey);
    expect(rotated.endpoint.previousSecretUntil).toBe('2026-05-05T08:00:00.000Z');
    const [row] = await rowsOf(endpoint.id);
    const before = openWebhookSecrets(
      house.org.ring,
      fromId('endpoint', endpoint.id)!,
      row!.previousSecrets!,
    );
    expect(showWebhookSecret(before)).toBe(secret);
    expect(await act('rotateWebhookSecret', { id: endpoint.id, overlap: 'P8D' })).toMatchObject({
      code: 'OVERLAP_TOO_LONG',
      field: 'overlap',
    });
  });

  it.each([
    [{ url: 'ftp://example.test/' }, 'url'],
    [{ url: 'nowhere' }, 'url'],
    [{ url: 'https://a:b@example.test/' }, 'url'],
    [{ types: ['optout.unheard'] }, 'types'],
    [{ description: 'x\ny' }, 'description'],
  ])('is not made with %o', async (input, field) => {
    expect(await made(input)).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('is changed, paused, resumed and deleted', async () => {
    const { endpoint } = await made();
    const { id } = endpoint;
    const change = { id, url: 'https://other.example.test/', content: 'FULL', types: [] };
    expect((await act('changeWebhookEndpoint', change)).endpoint).toMatchObject({
      url: 'https://other.example.test/',
      content: 'FULL',
    });
    expect((await act('pauseWebhookEndpoint', { id })).endpoint.state).toBe('PAUSED');
    expect((await act('resumeWebhookEndpoint', { id })).endpoint.state).toBe('ACTIVE');
    expect(await act('deleteWebhookEndpoint', { id })).toEqual({ id });
    expect(await act('deleteWebhookEndpoint', { id })).toMatchObject({ code: 'NOT_FOUND' });
    const { data } = await house.ask<{ webhookEndpoint: null }>(
      `{ webhookEndpoint(id: "${id}") { id } }`,
    );
    expect(data.webhookEndpoint).toBeNull();
  });

  it('is tested and replayed: what waits is not replayed, nor what was erased (K-5)', async () => {
    const { endpoint } = await made();
    const { delivery } = await act('testWebhookEndpoint', { id: endpoint.id });
    expect(delivery.state).toBe('WAITING');
    expect(JSON.parse(delivery.body)).toMatchObject({
      type: 'webhook.test',
      data: { endpointId: endpoint.id },
    });
    const { id } = delivery;
    expect(await act('replayWebhookDelivery', { id })).toMatchObject({ code: 'STILL_WAITING' });
    const say = (what: string) =>
      house.test.db.sql.rows(`UPDATE webhook_delivery SET ${what} WHERE id = $1`, [
        fromId('delivery', id),
      ]);
    await say(
      `state = 'FAILED', tries = '[{"at":"2026-05-04T08:00:00Z","tookMs":3,"status":302,"fault":null,"answer":""}]'`,
    );
    const { data } = await house.ask<{ webhookDeliveries: { nodes: object[] } }>(
      `{ webhookDeliveries(endpointId: "${endpoint.id}", state: FAILED) { nodes { id tries { status problem } } } }`,
    );
    expect(data.webhookDeliveries.nodes).toEqual([
      { id, tries: [{ status: 302, problem: expect.stringContaining('not followed') }] },
    ]);
    expect((await act('replayWebhookDelivery', { id })).delivery.state).toBe('WAITING');
    await say(`state = 'DELIVERED', body = NULL`);
    expect(await act('replayWebhookDelivery', { id })).toMatchObject({ code: 'BODY_ERASED' });
    expect(
      await act('replayWebhooks', { id: endpoint.id, since: '2026-05-01T00:00:00Z' }),
    ).toMatchObject({ code: 'NOTHING_SINCE', field: 'since' });
    const asked = await house.test.db.sql.rows(
      `SELECT FROM outbox WHERE message ->> 'kind' = 'webhook-delivery.asked'`,
    );
    expect(asked).toHaveLength(2);
  });

  it('of another account is nobody’s who is held to one', async () => {
    const other = await createAccount(house.test.db.sql, {
      organisationId: house.org.organisationId,
      name: 'Another',
      sender: { name: 'Another', address: 'news@nordlys.example.test' },
      defaultLanguage: 'en',
    });
    const { data } = await house.ask<{ createApiKey: { secret: string } }>(
      `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKeyCreated { secret } } }`,
      { input: { name: 'held', role: 'ADMIN', accountId: toId('account', other) } },
    );
    const key = data.createApiKey.secret;
    const whole = await made();
    const ours = await made({ accountId: toId('account', house.org.accountId) });
    for (const { endpoint } of [whole, ours])
      expect(await act('pauseWebhookEndpoint', { id: endpoint.id }, key)).toMatchObject({
        code: 'NOT_FOUND',
      });
    const theirs = await act(
      'createWebhookEndpoint',
      { url: 'https://hooks.example.test/', accountId: toId('account', other) },
      key,
    );
    const listed = await house.ask<{ webhookEndpoints: { nodes: { id: string }[] } }>(
      '{ webhookEndpoints { nodes { id } } }',
      {},
      key,
    );
    expect(listed.data.webhookEndpoints.nodes).toEqual([{ id: theirs.endpoint.id }]);
  });
});

describe('events for who asks', () => {
  const ask = async (after: string | null, content = 'THIN') => {
    const { data } = await house.ask<{
      webhookEvents: { events: { id: string; type: string; body: string }[]; cursor: string };
    }>(
      'query ($after: String, $content: WebhookContent!) { webhookEvents(after: $after, content: $content) { events { id type body } cursor hasMore } }',
      { after, content },
    );
    return data.webhookEvents;
  };

  it('are those of the organisation after a cursor, as an endpoint would be told them', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    const { events, cursor } = await ask(null);
    expect(events).toEqual([]);
    await leaves(house.test.db.sql, mail!.messageId, { now: new Date() });
    await expect
      .poll(async () => (await ask(cursor)).events.map(({ type }) => type), { timeout: 10_000 })
      .toEqual(['optout.requested', 'optout.confirmed']);
    const thin = await ask(cursor);
    expect(JSON.stringify(thin)).not.toContain(mail!.address);
    const full = await ask(cursor, 'FULL');
    expect(JSON.parse(full.events[0]!.body)).toMatchObject({
      data: { recipient: { address: mail!.address } },
    });
    expect(full.events[0]!.id).toBe(thin.events[0]!.id);
    expect((await ask(thin.cursor)).events).toEqual([]);
    // Where PostgreSQL holds the caller to another organisation, whatever the resolver believes.
    const other = await seed(house.test.db, { name: 'Somebody else' });
    house.heldTo = other.organisationId;
    expect((await ask(cursor)).events).toEqual([]);
    house.heldTo = null;
  });
});
