import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSmsGateways } from '../../src/sms/config/parse-sms-gateways.ts';
import { openSmsGateways } from '../../src/sms/open-sms-gateways.ts';
import type { SmsGateway } from '../../src/sms/sms-gateway.ts';
import { answer, startFakeGateway } from './fake-gateway.ts';

interface SendCase {
  readonly name: string;
  readonly direction: string;
  readonly intent?: { readonly from: string; readonly to: string; readonly text: string };
  readonly config?: {
    readonly method?: string;
    readonly url?: string;
    readonly body?: string;
    readonly contentType?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly successContains?: string;
    readonly encoding?: string;
    readonly maxLength?: number;
  };
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly response: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly expect: {
    readonly sent?: string | null;
    readonly refused?: string;
    readonly code?: string;
    readonly retry?: boolean;
    readonly alsoAcceptable?: readonly string[];
  };
}

const FOLDER = join(import.meta.dirname, '../../../../../shared/corpora/sms-gateways');
const hasCorpus = existsSync(FOLDER);
const NOW = new Date('2026-11-30T12:00:00Z');
const SECRET = 'a-secret-of-the-tests-alone';
const callback = { username: 'adieu', password: SECRET };

function casesOf(gateway: string): SendCase[] {
  if (!hasCorpus) return [];
  const all = JSON.parse(readFileSync(join(FOLDER, `${gateway}.json`), 'utf8')) as SendCase[];
  return all.filter(({ direction, intent }) => direction === 'send' && intent !== undefined);
}

function open(settings: object): SmsGateway {
  const all = [{ name: 'gate', senders: ['*'], ...settings }];
  return openSmsGateways(readSmsGateways(JSON.stringify(all)), () => NOW).gatewayFor('x')!;
}

const account = 'a'.repeat(32);
const generic = (apiUrl: string, send: object): SmsGateway =>
  open({
    kind: 'generic',
    send: { ...send, url: (send as { url: string }).url.replace(/^https?:\/\/[^/]+/, apiUrl) },
    receive: { from: 'from', to: 'to', text: 'text' },
    proof: { header: { name: 'x', secret: SECRET } },
  });

const GATEWAYS: Readonly<Record<string, (apiUrl: string, each: SendCase) => SmsGateway>> = {
  '46elks': (apiUrl) => open({ kind: '46elks', apiUrl, username: 'u1', password: 'p1', callback }),
  twilio: (apiUrl) =>
    open({ kind: 'twilio', apiUrl, accountSid: `AC${account}`, authToken: 'authToken' }),
  sinch: (apiUrl) =>
    open({ kind: 'sinch', apiUrl, servicePlanId: 'Username', apiToken: 'Password', callback }),
  kannel: (apiUrl) =>
    generic(apiUrl, {
      method: 'GET',
      url: 'http://gateway.example.test/send?coding={{coding}}&charset=UTF-8&from={{from}}&text={{text}}&to={{to}}',
      refusals: [{ status: 403, matches: 'Not routable', as: 'number' }],
    }),
  external: (apiUrl, { config = {} }) =>
    generic(apiUrl, {
      method: config.method,
      url: config.url,
      ...(config.body !== undefined && { body: config.body }),
      ...(config.contentType !== undefined && { contentType: config.contentType }),
      ...(config.headers !== undefined && { headers: config.headers }),
      ...(config.successContains !== undefined && { success: config.successContains }),
    }),
  gatewayapi: (apiUrl) =>
    generic(apiUrl, {
      url: 'https://gatewayapi.com/rest/mtsms',
      headers: { Authorization: 'Token Go-Create-an-API-token' },
      body: '{"sender":{{from}},"message":{{text}},"recipients":[{"msisdn":{{to_no_plus}}}]}',
      idPath: 'ids.0',
      refusals: [{ status: 403, matches: '"0x0215"', as: 'opted-out' }],
    }),
  vonage: (apiUrl) =>
    generic(apiUrl, {
      url: 'https://rest.nexmo.com/sms/json',
      contentType: 'application/x-www-form-urlencoded',
      body: 'from={{from_no_plus}}&to={{to_no_plus}}&text={{text}}&client-ref={{id}}',
      success: '"status": ?"0"|"message_uuid"',
      idPattern: '"(?:message-id|message_uuid)": ?"([^"]+)"',
      refusals: [
        { matches: '"status": ?"(?:1|10)"|"title": ?"Rate Limit', as: 'throttled' },
        { matches: '"status": ?"7"', as: 'number' },
      ],
    }),
  infobip: (apiUrl) =>
    generic(apiUrl, {
      url: 'https://api.infobip.com/sms/3/messages',
      body: '{"messages":[{"sender":{{from}},"destinations":[{"to":{{to_no_plus}}}],"content":{"text":{{text}}}}]}',
      success: '"groupName": ?"(?:PENDING|ACCEPTED)"',
      idPath: 'messages.0.messageId',
      refusals: [{ matches: '"id": ?14\\b', as: 'opted-out' }],
    }),
};

/** What is in our hands elsewhere: texts are counted, cut and made smart before they come here. */
const isOurs = ({ config }: SendCase): boolean =>
  config?.encoding === undefined && config?.maxLength === undefined;
/** Whose requests are ours too, not an operator's choice of fields. */
const AS_RECORDED = ['external'];

describe.skipIf(!hasCorpus)(
  'what real gateways answer (skipped where ../shared/corpora is absent)',
  () => {
    const cases = Object.keys(GATEWAYS).flatMap((gateway) =>
      casesOf(gateway)
        .filter(isOurs)
        .map((each) => [`${gateway}: ${each.name}`, gateway, each] as const),
    );

    it('is there in number', () => expect(cases.length).toBeGreaterThan(35));

    it.each(cases)('%s', async (_name, kind, each) => {
      const { status, body, headers } = each.response;
      const fake = await startFakeGateway(answer(status, body, headers));
      const gateway = GATEWAYS[kind]!(fake.url, each);
      const { sent, refused, code, retry, alsoAcceptable = [] } = each.expect;
      const said = await gateway.send({
        id: 'msg_1',
        ...each.intent!,
        encoding: 'GSM-7',
        parts: 1,
        expiresAt: null,
        statusUrl: null,
      });
      await gateway.close();
      await fake.close();
      if (refused === undefined) expect(said).toEqual({ sent });
      else {
        const word = 'refused' in said ? said.refused : JSON.stringify(said);
        expect([refused, ...alsoAcceptable]).toContain(word);
        if (retry === true) expect(said).toHaveProperty('retryAt', expect.any(Date));
        if (kind in { twilio: 1, sinch: 1, '46elks': 1 }) expect(said).toMatchObject({ code });
      }
      const asked = fake.asked.map(({ method, path, body: sentBody }) => ({
        method,
        path,
        body: sentBody === '' ? null : sentBody,
      }));
      expect(asked).toHaveLength(1);
      if (AS_RECORDED.includes(kind))
        expect(asked).toEqual([{ method: each.method, path: each.path, body: each.body }]);
    });
  },
);
