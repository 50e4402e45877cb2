import { readSmsGateways } from '@adieu/gateways';
import { openSmsIngresses } from '@adieu/intake';
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countOf, type House, openHouse } from '../house.ts';
import { brings, says, stopp, testGateway } from './test-gateway.ts';

const NUMBER = '+46700000001';
const SIGNED_WITH = 'a-secret-of-the-tests-alone';
const signing = openSmsIngresses(
  readSmsGateways(
    JSON.stringify([
      {
        name: 'signs',
        kind: 'generic',
        senders: ['72081'],
        send: { url: 'http://gateway.example.test/' },
        receive: { from: 'from', to: 'to', text: 'text', id: 'id' },
        proof: { hmac: { header: 'x-signature', secret: SIGNED_WITH } },
      },
    ]),
  ),
);
let house: House;

beforeAll(async () => {
  house = await openHouse({
    smsIngresses: {
      ingressOf: (name) => (name === 'test' ? testGateway : signing.ingressOf(name)),
    },
  });
});
afterAll(() => house?.close());

const person = '+46701740950';

it('whose proof is wrong are refused, after thirty a minute without a look at the clock of others, and the gateway beside them never is (SM-20)', async () => {
  const before = await countOf(house, 'inbound_message');
  const answers: number[] = [];
  for (let i = 0; i < 35; i++) answers.push(await brings(house.url, stopp(), 'wrong'));
  expect(answers.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 401));
  expect(answers.slice(30)).toEqual([429, 429, 429, 429, 429]);
  expect(await countOf(house, 'inbound_message')).toBe(before);
  expect(await says(house.url, { from: person, to: NUMBER, text: 'Tack!' })).toBe(204);
});

it('who guess the names of gateways are counted too', async () => {
  const guess = async (i: number) => (await fetch(`${house.url}/sms/guess-${i}`)).status;
  for (let i = 0; i < 31; i++) await guess(i);
  expect(await guess(31)).toBe(429);
});

it.each(['/sms/test', '/sms/nobody'])(
  'are answered at %s before a byte of their body has come (SM-20)',
  async (path) => {
    const { hostname, port } = new URL(house.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: 60000\r\n\r\n`,
    );
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 (?:401|404|429) /);
    socket.end();
    await text(socket).catch(() => '');
  },
);

it('who have one signed body keep no row more by it, whatever they write around it (SM-20)', async () => {
  const body = '{"from": "+46701740952"}';
  const signature = createHmac('sha256', SIGNED_WITH).update(body).digest('hex');
  const parked = () => countOf(house, 'inbound_message', `source = 'signs'`);
  for (const query of ['', '?a=1', '?a=2', '?text=STOPP&to=72081']) {
    const { status } = await fetch(`${house.url}/sms/signs${query}`, {
      method: 'POST',
      headers: { 'x-signature': signature, 'content-type': 'application/json' },
      body,
    });
    expect(status).toBe(400);
  }
  expect(await parked()).toBe(1);
});

it('but who proves to be the gateway and can not be read: that is kept once, for an operator, who can let it go alone', async () => {
  const broken = '{"from": "+46701740951", "text": "STO';
  expect([await brings(house.url, broken), await brings(house.url, broken)]).toEqual([400, 400]);
  expect(
    await countOf(house, 'inbound_message', `parked_because = 'UNREADABLE' AND source = 'test'`),
  ).toBe(1);
  const { data } = await house.ask<{
    strayInboundMessages: { nodes: { id: string; parkedBecause: string; text: string | null }[] };
  }>(
    '{ strayInboundMessages(state: PARKED, first: 1) { nodes { id parkedBecause text } } }',
    {},
    house.org.operatorKey,
  );
  const [node] = data.strayInboundMessages.nodes;
  expect(node).toMatchObject({ parkedBecause: 'UNREADABLE' });
  const settle = async (mutation: string): Promise<unknown> => {
    const settled = await house.ask<Record<string, unknown>>(
      `mutation ($input: InboundMessageInput!) { ${mutation}(input: $input) {
         ... on InboundMessageSettled { inboundMessage { state } } ... on Conflict { code }
       } }`,
      { input: { id: node!.id } },
      house.org.operatorKey,
    );
    expect(settled.errors).toBeUndefined();
    return settled.data[mutation];
  };
  expect(await settle('readInboundMessageAgain')).toEqual({ code: 'NOT_PARKED' });
  expect(await settle('dismissInboundMessage')).toEqual({ inboundMessage: { state: 'DISMISSED' } });
  expect(house.log()).not.toContain('+46701740951');
});
