import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSmsGateways, readSmsGateways } from './parse-sms-gateways.ts';

const SECRET = 'a-secret-of-the-tests-alone';
const handset = {
  name: 'h',
  kind: 'handset',
  senders: ['*'],
  url: 'http://localhost:1',
  secret: SECRET,
};
const generic = {
  name: 'g',
  kind: 'generic',
  senders: ['72080'],
  send: { url: 'https://gateway.example.test/send?to={{to}}' },
  receive: { from: 'from', text: 'text' },
  proof: { query: { name: 'key', secret: SECRET } },
};
const elks = {
  name: 'e',
  kind: '46elks',
  senders: ['ACME'],
  username: 'u',
  password: 'pw-of-theirs',
  callback: { username: 'adieu', password: SECRET },
};
const twilio = {
  name: 't',
  kind: 'twilio',
  senders: ['+1'],
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'pw-of-theirs',
};
const sinch = {
  name: 's',
  kind: 'sinch',
  senders: ['+2'],
  servicePlanId: 'p',
  apiToken: 'pw-of-theirs',
};

const problemOf = (...list: object[]): string => {
  try {
    readSmsGateways(JSON.stringify(list));
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what is wrong in the file of gateways is said, with what to do', () => {
  it.each<[string, object[], RegExp]>([
    ['no gateway', [], /names no gateway: leave SMS_GATEWAYS_FILE away/],
    [
      'no kind',
      [{ name: 'x', senders: ['*'] }],
      /^SMS gateways file: \[0\]\.kind must be one of handset, generic, 46elks/,
    ],
    ['a kind that is none', [{ ...handset, kind: 'smpp' }], /\[0\]\.kind must be one of/],
    [
      'no name',
      [{ ...handset, name: undefined }],
      /\[0\]\.name must be the name that its routes have/,
    ],
    [
      'a name that is no part of a path',
      [{ ...handset, name: 'A/B' }],
      /\[0\]\.name must be 1-40 small letters/,
    ],
    ['no senders', [{ ...handset, senders: [] }], /\[0\]\.senders must name a sender, or "\*"/],
    [
      'a field that is misspelt',
      [{ ...twilio, authtoken: 'x' }],
      /\[0\] Unrecognized key: "authtoken"/,
    ],
    [
      'a secret that can be guessed',
      [{ ...handset, secret: 'short' }],
      /\[0\]\.secret\.0 must have 16 characters or more \(openssl rand -hex 24/,
    ],
    ['46elks without a user for its calls', [{ ...elks, callback: undefined }], /\[0\]\.callback/],
    [
      'Sinch without a proof',
      [sinch],
      /\[0\] must have webhookSecret or callback: without one of them anybody/,
    ],
    ['two of one name', [handset, { ...generic, name: 'h' }], /two gateways are called h/],
    [
      'two for one sender',
      [handset, { ...generic, senders: ['*'] }],
      /two gateways carry the sender \*/,
    ],
    [
      'a generic one that can not tell whom was written to',
      [{ ...generic, senders: ['1', '2'] }],
      /g: receive\.to must name the field/,
    ],
    [
      'a placeholder that is none',
      [{ ...generic, send: { url: 'https://x/?a={{tо}}' } }],
      /\[0\]\.send\.url has \{\{tо\}\}, which is none of \{\{from\}\}/,
    ],
    [
      'a placeholder for a host',
      [{ ...generic, send: { url: 'https://{{to}}/' } }],
      /with placeholders in path and query alone/,
    ],
    [
      'a user in a URL',
      [{ ...generic, send: { url: 'https://u:pw-of-theirs@x/' } }],
      /without a user/,
    ],
    [
      'a pattern that is none',
      [{ ...generic, send: { ...generic.send, success: '(' } }],
      /\[0\]\.send\.success must be a regular expression/,
    ],
    [
      'a header with a line break',
      [{ ...generic, send: { ...generic.send, headers: { A: 'b\r\nc: d' } } }],
      /ASCII without line breaks/,
    ],
    [
      'a source that is no address',
      [{ ...elks, sources: ['46elks.se'] }],
      /must be an address or a network/,
    ],
    ['a rate that is none', [{ ...handset, rate: 'fast' }], /\[0\]\.rate must be/],
  ])('%s', (_what, list, problem) => {
    expect(problemOf(...list)).toMatch(problem);
    expect(problemOf(...list)).not.toMatch(/pw-of-theirs|a-secret-of-the-tests/);
  });

  it('all of it at once', () => {
    const problem = problemOf({ ...handset, name: '-', url: 'x' }, { ...elks, username: '' });
    expect(problem).toMatch(/\[0\]\.name.*\[0\]\.url.*\[1\]\.username/);
  });

  it.each(['', '{', '{}', 'null', '"x"'])('no list: %s', (text) => {
    expect(() => readSmsGateways(text)).toThrow(/not JSON|must be a JSON list/);
  });
});

describe('what is right is read', () => {
  it('with what was left away', () => {
    const [one] = readSmsGateways(JSON.stringify([{ ...elks, rate: '20/s' }]));
    expect(one).toMatchObject({
      apiUrl: 'https://api.46elks.com',
      rate: 20,
      atOnce: 10,
      sources: null,
    });
  });

  it('a secret that takes over from another stands first', () => {
    const both = [SECRET, 'the-secret-that-was-before'];
    expect(readSmsGateways(JSON.stringify([{ ...handset, secret: both }]))).toMatchObject([
      { secret: both },
    ]);
    expect(readSmsGateways(JSON.stringify([handset]))).toMatchObject([{ secret: [SECRET] }]);
  });
});

describe('the file', () => {
  it('is refused where everybody on the machine may read it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'adieu-sms-')), 'sms.json');
    const text = JSON.stringify([handset]);
    writeFileSync(file, text);
    chmodSync(file, 0o644);
    expect(() => parseSmsGateways(text, file)).toThrow(
      /everybody on this machine may read it.*chmod 640/,
    );
    for (const mode of [0o600, 0o640]) {
      chmodSync(file, mode);
      expect(parseSmsGateways(text, file)).toHaveLength(1);
    }
  });
});
