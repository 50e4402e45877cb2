import { randomUUID } from 'node:crypto';
import { bounceLocalPart, createKeyRing, mailtoLocalPart, signMessageLink } from '@adieu/keys';
import { describe, expect, it } from 'vitest';
import { whereItCame } from './where-it-came.ts';

const DOMAIN = 'leave.example.test';
const ring = createKeyRing();
const id = randomUUID();
const leave = `${mailtoLocalPart(signMessageLink(ring, id))}@${DOMAIN}`;
const bounce = `${bounceLocalPart(ring, id)}@${DOMAIN}`;
const foreign = `${bounceLocalPart(createKeyRing(), id)}@${DOMAIN}`;

const came = (...lines: string[]) =>
  whereItCame(ring, DOMAIN, Buffer.from(`${lines.join('\r\n')}\r\n\r\n`));

describe('for whom a mail in a mailbox was', () => {
  it.each([
    ['Delivered-To', `Delivered-To: ${leave}`, leave],
    ['X-Original-To', `X-Original-To: <${leave}>`, leave],
    ['Envelope-To', `Envelope-To: adieu@x.test, ${leave}`, leave],
    ['Received', `Received: by mx.x.test (Postfix)\r\n\tfor <${bounce}>; Mon, 4 May 2026`, bounce],
    ['To', `To: "Leave" <${leave}>`, leave],
    ['Cc, whatever its case', `Cc: ${leave.toUpperCase()}`, leave],
  ])('is told by %s', (_what, header, to) => {
    expect(came(header).to).toEqual([to]);
  });

  it('is where it was delivered, whatever its writer wrote', () => {
    expect(came(`Delivered-To: ${bounce}`, `To: ${leave}`).to).toEqual([bounce]);
  });

  it('is the mailbox where it came, where it answers a mail of ours (B4)', () => {
    expect(came('To: News <news@nordlys.test>', `In-Reply-To: <${id}@${DOMAIN}>`).to).toEqual([
      'news@nordlys.test',
    ]);
    const references = `References: <1@x.test>\r\n <${id}@${DOMAIN}>`;
    expect(came('Delivered-To: box@nordlys.test', 'To: a@b.test', references).to).toEqual([
      'box@nordlys.test',
    ]);
    expect(came(references).to).toEqual(['mailbox']);
  });

  it.each([
    ['another’s mail', 'To: news@nordlys.test'],
    ['an address that we never made', `To: ${foreign}`],
    ['an answer to another’s mail', `In-Reply-To: <${id}@elsewhere.test>`],
    ['nothing', ''],
  ])('is nobody of ours for %s', (_what, header) => {
    expect(came(header).to).toEqual([]);
  });

  it('comes with who sent it: nobody (<>), somebody, or it is not said (M-3)', () => {
    expect(came('Return-Path: <>').from).toBe('');
    expect(came('Return-Path: <anna@x.test>').from).toBe('anna@x.test');
    expect(came('From: anna@x.test').from).toBeNull();
  });

  it('costs little of headers without end', () => {
    const began = process.cpuUsage();
    came('To: '.padEnd(60_000, 'a@'), ...Array.from({ length: 20_000 }, () => 'Received: x'));
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000);
  });
});
