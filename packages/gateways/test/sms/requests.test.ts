import { describe, expect, it, onTestFinished } from 'vitest';
import { readSmsGateways } from '../../src/sms/config/parse-sms-gateways.ts';
import { openSmsGateways } from '../../src/sms/open-sms-gateways.ts';
import type { OutgoingSms } from '../../src/sms/sms-gateway.ts';
import { answer, startFakeGateway } from './fake-gateway.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const SECRET = 'a-secret-of-the-tests-alone';
const callback = { username: 'adieu', password: SECRET };
const MESSAGE: OutgoingSms = {
  id: 'msg_1',
  from: '+46766861004',
  to: '+46701740605',
  text: 'Hej "du" & <alla>\n{{to}} ☺ $1',
  encoding: 'UCS-2',
  parts: 2,
  expiresAt: new Date('2026-11-30T14:30:00Z'),
  statusUrl: 'https://adieu.example.test/sms/gate/status',
};

async function askedBy(settings: (url: string) => object, message = MESSAGE, body = '{"id":"x"}') {
  const fake = await startFakeGateway(answer(200, body));
  const list = [{ name: 'gate', senders: ['*'], ...settings(fake.url) }];
  const gateways = openSmsGateways(readSmsGateways(JSON.stringify(list)), () => NOW);
  onTestFinished(async () => {
    await gateways.close();
    await fake.close();
  });
  const gateway = gateways.gatewayFor('x')!;
  expect(await gateway.send(message)).toEqual({ sent: 'x' });
  return { gateway, fake, asked: fake.asked[0]! };
}

const generic =
  (send: object, more: object = {}) =>
  (url: string) => ({
    kind: 'generic',
    send: { idPath: 'id', ...send, url: url + (send as { url: string }).url },
    receive: { from: 'from', to: 'to', text: 'text' },
    proof: { header: { name: 'x', secret: SECRET } },
    ...more,
  });

describe('what a gateway is asked', () => {
  it('46elks: with the user of its calls in the URL that it is told', async () => {
    const { asked } = await askedBy((apiUrl) => ({
      kind: '46elks',
      apiUrl,
      username: 'u',
      password: 'p',
      callback,
    }));
    expect(asked).toMatchObject({
      method: 'POST',
      path: '/a1/sms',
      headers: { authorization: `Basic ${btoa('u:p')}` },
    });
    expect(Object.fromEntries(new URLSearchParams(asked.body))).toEqual({
      from: MESSAGE.from,
      to: MESSAGE.to,
      message: MESSAGE.text,
      whendelivered: `https://adieu:${SECRET}@adieu.example.test/sms/gate/status?message=msg_1`,
    });
  });

  it('Twilio: by the messaging service, with an API key, for as long as it is of use', async () => {
    const accountSid = `AC${'a'.repeat(32)}`;
    const messagingServiceSid = `MG${'b'.repeat(32)}`;
    const { asked } = await askedBy(
      (apiUrl) => ({
        kind: 'twilio',
        apiUrl,
        accountSid,
        authToken: 't',
        messagingServiceSid,
        apiKey: { sid: 'SK1', secret: 's' },
      }),
      MESSAGE,
      '{"sid":"x"}',
    );
    expect(asked).toMatchObject({
      path: `/2010-04-01/Accounts/${accountSid}/Messages.json`,
      headers: { authorization: `Basic ${btoa('SK1:s')}` },
    });
    expect(Object.fromEntries(new URLSearchParams(asked.body))).toEqual({
      From: MESSAGE.from,
      To: MESSAGE.to,
      Body: MESSAGE.text,
      MessagingServiceSid: messagingServiceSid,
      StatusCallback: 'https://adieu.example.test/sms/gate/status?message=msg_1',
      ValidityPeriod: '9000',
    });
  });

  it('Sinch: a batch of one, with our id for a reference', async () => {
    const { asked } = await askedBy((apiUrl) => ({
      kind: 'sinch',
      apiUrl,
      servicePlanId: 'plan',
      apiToken: 't',
      callback,
    }));
    expect(asked).toMatchObject({
      path: '/xms/v1/plan/batches',
      headers: { authorization: 'Bearer t' },
    });
    expect(JSON.parse(asked.body)).toEqual({
      type: 'mt_text',
      from: '46766861004',
      to: ['46701740605'],
      body: MESSAGE.text,
      delivery_report: 'per_recipient',
      client_reference: 'msg_1',
      callback_url: `https://adieu:${SECRET}@adieu.example.test/sms/gate/status`,
      expire_at: '2026-11-30T14:30:00.000Z',
    });
  });

  it('a generic one: values stand in a URL as values', async () => {
    const url =
      '/s?t={{text}}&u={{ status_url }}&c={{coding}}&m={{minutes_left}}&f={{from_no_plus}}';
    const { asked } = await askedBy(generic({ url, method: 'GET', statusQuery: 'status=%d' }));
    expect(asked).toMatchObject({ method: 'GET', body: '' });
    expect(Object.fromEntries(new URLSearchParams(asked.path.slice(3)))).toEqual({
      t: MESSAGE.text,
      u: 'https://adieu.example.test/sms/gate/status?message=msg_1&status=%d',
      c: '2',
      m: '150',
      f: '46766861004',
    });
  });

  it.each([
    ['application/json', '{"t":{{text}}}', JSON.stringify({ t: MESSAGE.text })],
    ['text/xml', '<t>{{text}}</t>', '<t>Hej &quot;du&quot; &amp; &lt;alla&gt;\n{{to}} ☺ $1</t>'],
    [
      'application/x-www-form-urlencoded',
      't={{text}}',
      `t=${new URLSearchParams({ a: MESSAGE.text }).toString().slice(2)}`,
    ],
    ['text/plain', '{{text}}', MESSAGE.text],
  ])(
    'a generic one: values stand in a body of %s as values',
    async (contentType, template, body) => {
      const { asked } = await askedBy(generic({ url: '/', contentType, body: template }));
      expect(asked.body).toBe(body);
      expect(asked.headers['content-type']).toBe(contentType);
    },
  );

  it('a generic one without statuses or an end: nothing stands there', async () => {
    const message = { ...MESSAGE, statusUrl: null, expiresAt: null };
    const { asked } = await askedBy(
      generic({ url: '/?u={{status_url}}&m={{minutes_left}}&e={{expires_at}}', method: 'GET' }),
      message,
    );
    expect(asked.path).toBe('/?u=&m=&e=');
  });
});

describe('a list of opt-outs at a gateway', () => {
  const optOuts = {
    list: {
      url: '/list?after={{cursor}}',
      items: 'rows',
      number: 'msisdn',
      sender: 'via.name',
      next: 'next',
    },
    add: { url: '/add', body: '{"n":{{number}},"s":{{sender}}}' },
  };
  const withList = (url: string): object => {
    const { list, add } = optOuts;
    const urls = { list: { ...list, url: url + list.url }, add: { ...add, url: url + add.url } };
    return generic({ url: '/' }, { optOuts: urls })(url);
  };
  const page = JSON.stringify({
    id: 'x',
    rows: [{ msisdn: 46701740605, via: { name: '72080' } }],
    next: 'p2',
  });

  it('is read page by page, and written', async () => {
    const { gateway, fake } = await askedBy(withList, MESSAGE, page);
    expect(gateway.features.optOutList).toBe('both');
    expect(await gateway.listOptOuts!('p1')).toEqual({
      optOuts: [{ number: '+46701740605', sender: '72080' }],
      next: 'p2',
    });
    await gateway.addOptOut!('+46701740605', '72080');
    expect(fake.asked.slice(1).map(({ method, path, body }) => [method, path, body])).toEqual([
      ['GET', '/list?after=p1', ''],
      ['POST', '/add', '{"n":"+46701740605","s":"72080"}'],
    ]);
  });

  it('that is no list is an error that quotes nothing', async () => {
    const { gateway } = await askedBy(withList, MESSAGE, '{"id":"x","rows":"+46701740605"}');
    await expect(gateway.listOptOuts!(null)).rejects.toThrow(/^the list of opt-outs is no list$/);
  });
});
