import { readSmsGateways } from '@adieu/gateways';
import { describe, expect, it } from 'vitest';
import { openSmsIngresses } from '../../src/sms/open-sms-ingresses.ts';
import type { SmsIngress } from '../../src/sms/sms-ingress.ts';
import { type CorpusCase, corpusOf, expectedOf, hasCorpus, requestOf } from './corpus.ts';

const SECRET = 'a-secret-of-the-tests-alone';
const open = (settings: object): SmsIngress =>
  openSmsIngresses(readSmsGateways(JSON.stringify([settings]))).ingressOf('gate')!;

/** How an operator would set each of them up; what a case says itself comes over it. */
const INGRESSES: Readonly<Record<string, (each: CorpusCase) => SmsIngress>> = {
  '46elks': () =>
    open({
      name: 'gate',
      kind: '46elks',
      senders: ['*'],
      username: 'u',
      password: 'p',
      callback: { username: 'adieu', password: SECRET },
    }),
  twilio: ({ secret }) =>
    open({
      name: 'gate',
      kind: 'twilio',
      senders: ['*'],
      accountSid: `AC${'0'.repeat(32)}`,
      authToken: secret?.authToken ?? 'none',
    }),
  sinch: ({ secret }) =>
    open({
      name: 'gate',
      kind: 'sinch',
      senders: ['*'],
      servicePlanId: 'plan',
      apiToken: 't',
      webhookSecret: secret?.webhookSecret ?? 'none',
    }),
  kannel: () =>
    open({
      name: 'gate',
      kind: 'generic',
      senders: ['*'],
      send: { url: 'http://127.0.0.1:13013/cgi-bin/sendsms' },
      receive: { from: 'sender', to: 'to', text: 'message', id: 'id', at: 'ts' },
      statuses: {
        state: 'status',
        id: 'uuid',
        delivered: ['1'],
        failed: ['2', '16', '32'],
        sent: ['4', '8'],
      },
      proof: { query: { name: 'key', secret: SECRET } },
    }),
  external: ({ config = {}, path }) =>
    open({
      name: 'gate',
      kind: 'generic',
      senders: ['72080'],
      send: { url: 'http://gateway.example.test/send' },
      receive: {
        from: config['fromField'] ?? (path.includes('?from=') ? 'from' : 'sender'),
        text: config['textField'] ?? 'text',
        at: config['dateField'] ?? 'date',
      },
      statuses: {
        state: 'state',
        id: 'id',
        number: 'from',
        delivered: ['delivered'],
        failed: ['failed'],
        optedOut: ['stopped'],
      },
      proof: { header: { name: 'x-secret', secret: SECRET } },
    }),
};

/** The paths of courier's handlers, as an operator writes ours. */
function ourPath(path: string): string {
  return path.replace(
    /^\/sms\/external\/(failed|delivered|stopped)(\?|$)/,
    (_all, state: string, more: string) => `/sms/external/status?state=${state}${more && '&'}`,
  );
}

/** XML is not read: who speaks it goes by Kannel. */
const isRead = ({ config }: CorpusCase): boolean => config?.['fromXPath'] === undefined;

describe.skipIf(!hasCorpus)(
  'what real gateways send (skipped where ../shared/corpora is absent)',
  () => {
    const cases = Object.keys(INGRESSES).flatMap((gateway) =>
      corpusOf(gateway)
        .filter(isRead)
        .map((each) => [`${gateway}: ${each.name}`, gateway, each] as const),
    );

    it('is there in number', () => expect(cases.length).toBeGreaterThan(60));

    it.each(cases)('%s', (_name, gateway, each) => {
      const ingress = INGRESSES[gateway]!(each);
      const request = requestOf(each, ourPath);
      const { signature, events = [], invalid, answer } = each.expect;
      if (signature !== undefined) expect(ingress.verify(request)).toBe(signature === 'valid');
      // Without a proof in the case there is none in the request.
      else expect(ingress.verify(request)).toBe(false);
      if (each.vector || (signature ?? 'valid') !== 'valid') return;
      const reading = ingress.read(request);
      if (invalid !== undefined) return expect(reading).toHaveProperty('unreadable');
      expect(reading).toEqual({
        events: events.map((event) => expect.objectContaining(expectedOf(event))),
      });
      if (answer !== undefined)
        expect(ingress.answer('taken')).toMatchObject({
          ...answer,
          contentType: answer.contentType ?? null,
        });
    });
  },
);
