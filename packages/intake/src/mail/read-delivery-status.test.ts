import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeliveryStatus } from './read-delivery-status.ts';

const report = (...groups: string[][]): string =>
  [
    '--b',
    'Content-Type: text/plain',
    '',
    'Action: failed was said in words, too.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.test',
    '',
    ...groups.flatMap((group) => [...group, '']),
    '--b--',
  ].join('\r\n');

describe('a delivery status notification (RFC 3464, M-8)', () => {
  it.each([
    [[['Action: failed', 'Status: 5.1.1']], { status: '5.1.1' }],
    [[['action:FAILED', 'Status: 5.7.509 (blocked)']], { status: '5.7.509' }],
    [[['Action: failed']], { status: null }],
    [[['Action: delayed', 'Status: 4.4.1']], null],
    [[['Action: delivered', 'Status: 2.0.0']], null],
    [
      [
        ['Action: delayed', 'Status: 4.0.0'],
        ['Action: failed', 'Status: 5.2.2'],
      ],
      { status: '5.2.2' },
    ],
    [[], null],
  ])('of %j tells %j', (groups, verdict) => {
    expect(readDeliveryStatus(report(...groups))).toEqual(verdict);
  });

  it.each([
    ['an automatic answer', 'I am away until Monday.\r\nAction: failed'],
    ['nothing', ''],
    ['a part without content', 'Content-Type: message/delivery-status'],
  ])('is not %s', (_, body) => {
    expect(readDeliveryStatus(body)).toBeNull();
  });
});

const corpus = join(import.meta.dirname, '../../../../../shared/corpora/bounces-and-arf');

interface Expected {
  readonly file: string;
  readonly kind: 'dsn' | 'arf' | 'none';
  readonly format: string;
  readonly ambiguous?: boolean;
  readonly recipients: readonly { readonly action?: string; readonly reportedStatus?: string }[];
}

describe.skipIf(!existsSync(corpus))(
  'real mails (skipped where ../shared/corpora is absent)',
  () => {
    const mails = existsSync(corpus)
      ? (JSON.parse(readFileSync(join(corpus, 'expected.json'), 'utf8')) as Expected[])
      : [];
    const read = ({ file }: Expected) => {
      const mail = readFileSync(join(corpus, file), 'latin1');
      return readDeliveryStatus(mail.slice(mail.search(/\r?\n\r?\n/)));
    };

    it.each(mails.filter(({ format, ambiguous }) => format === 'rfc3464' && !ambiguous))(
      '$file is read as its own fields say',
      (mail) => {
        const failed = mail.recipients.find(({ action }) => action === 'failed');
        expect(read(mail) !== null).toBe(failed !== undefined);
        if (failed?.reportedStatus !== undefined)
          expect(read(mail)?.status ?? failed.reportedStatus).toBe(failed.reportedStatus);
      },
    );

    it('a spam report or an ordinary mail is none', () => {
      const others = mails.filter(({ kind }) => kind !== 'dsn');
      expect(others.length).toBeGreaterThan(10);
      for (const mail of others) expect(read(mail), mail.file).toBeNull();
    });
  },
);
