import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inertTokens } from './inert-tokens.ts';
import { createKeyRing } from './key-ring.ts';
import { signMessageLink, signWebLink } from './link-token.ts';
import { mailtoLocalPart } from './mailto-token.ts';
import { bounceLocalPart, feedbackId, replyLocalPart } from './message-token.ts';

const older = createKeyRing();
const ring = { ...older, links: [...older.links, { ...createKeyRing().links[0]!, id: 200 }] };
const keyIds = ring.links.map((key) => key.id);
const id = randomUUID();
const tokens = [older, ring].flatMap((by) => [
  signMessageLink(by, id),
  signWebLink(by, id),
  mailtoLocalPart(signMessageLink(by, id)).slice('leave+'.length),
  replyLocalPart(by, id).slice('reply+'.length),
  bounceLocalPart(by, id).slice('bounce+'.length),
  feedbackId(by, id),
]);

describe('a token of ours in a text', () => {
  it.each<[string, (token: string) => string]>([
    ['in a link', (token) => `<https://leave.example.test/u/${token}>`],
    [
      'in what a scanner made of a link',
      (token) => `https://x.example/?url=https%3A%2F%2Fy%2Fu%2F${token}&d=1`,
    ],
    ['alone', (token) => token],
    ['behind other letters', (token) => `xxQA_-${token}`],
    ['broken by a line', (token) => `${token.slice(0, 30)}\r\n> ${token.slice(30)}`],
    ['broken in its beginning', (token) => `${token.slice(0, 2)}=\n${token.slice(2)}`],
  ])('is taken out %s', (_where, within) => {
    for (const token of tokens) {
      const left = inertTokens(`a ${within(token)} b`, keyIds, '…');
      expect(left).toContain('…');
      expect(left).not.toContain(token.slice(-10));
    }
  });

  it('of base32 is taken out in any case', () => {
    const token = replyLocalPart(ring, id).slice('reply+'.length);
    for (const form of [token, token.toUpperCase()])
      expect(inertTokens(`reply+${form}@x`, keyIds, '…')).toBe('reply+…@x');
  });
});

it('other words stay, however long', () => {
  const text = `${'a'.repeat(200)} ${'Ä'.repeat(60)} ${randomUUID()} ${'x-'.repeat(40)}`;
  expect(inertTokens(text, keyIds, '…')).toBe(text);
});

it('a megabyte of beginnings takes no time', () => {
  const text = 'AQEB'.repeat(20) + ' AQEB\n> '.repeat(120_000);
  const started = process.cpuUsage();
  inertTokens(text, keyIds, '…');
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
});
