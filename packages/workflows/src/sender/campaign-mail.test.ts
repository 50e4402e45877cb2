import { emailContent } from '@adieu/domain';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SendableCampaign, ClaimedMessage } from '@adieu/db';
import {
  createKeyRing,
  messageOfBounce,
  parseDkimKeys,
  messageOfFeedback,
  messageOfReply,
  tokenOfMailto,
  verifyMessageLink,
} from '@adieu/keys';
import { readyCampaign } from '@adieu/templates';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { createSigner } from '@adieu/gateways';
import { campaignMail } from './campaign-mail.ts';

const ring = createKeyRing();
const links = { publicUrl: 'https://leave.example.test', mailDomain: 'leave.example.test' };
const now = new Date('2026-05-04T08:00:00Z');
const campaign = {
  campaignId: '01900000-0000-7000-8000-000000000001',
  state: 'SENDING',
  name: 'Spring',
  content: emailContent({
    subject: { en: 'For {{ contact.first_name }}' },
    mjml: {
      en: '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{ contact.first_name }}</mj-text></mj-column></mj-section></mj-body></mjml>',
    },
  }),
  compiled: null,
  organisationId: '01900000-0000-7000-8000-000000000004',
  organisationName: 'Nordlys',
  accountId: '01900000-0000-7000-8000-000000000002',
  accountName: 'Shop',
  sender: { name: 'Nordlys Køb', address: 'news@nordlys.example.test' },
  defaultLanguage: 'en',
  addressBookId: '01900000-0000-7000-8000-000000000003',
  addressBookName: 'Newsletter',
  purpose: 'MARKETING',
  topicId: null,
  topicName: null,
  repliesTo: null,
} as unknown as SendableCampaign;
const message: ClaimedMessage = {
  messageId: '01900000-0000-7000-8000-00000000000a',
  attempts: 1,
  address: 'anna@example.test',
  language: 'sv',
  fields: { first_name: 'Åsa\r\nBcc: evil@example.test' },
};

async function mailOf(more: Partial<SendableCampaign> = {}, to: Partial<ClaimedMessage> = {}) {
  const source = { ...campaign, ...more };
  const compiled = await readyCampaign(source);
  return campaignMail({ ring, links }, source, compiled!, { ...message, ...to }, now);
}
const headersOf = (raw: string): string[] =>
  raw
    .split('\r\n\r\n', 1)[0]!
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
const all = (raw: string, name: string): string[] =>
  headersOf(raw)
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());

describe('a campaign’s mail as handed to SMTP', async () => {
  const { from, raw } = await mailOf();
  const text = raw.toString();

  it('comes back to an address that names the message (M-8)', () => {
    const [local, domain] = from.split('@');
    expect(messageOfBounce(ring, local!)).toBe(message.messageId);
    expect(domain).toBe(links.mailDomain);
  });

  it('is answered to an address that names the message, receipts too, or where its account reads (B4, H-12)', async () => {
    for (const more of [{}, { purpose: 'TRANSACTIONAL' }] as const) {
      const [value, ...others] = all((await mailOf(more)).raw.toString(), 'Reply-To');
      expect(others).toEqual([]);
      const [local, domain] = value!.split('@');
      expect(messageOfReply(ring, local!)).toBe(message.messageId);
      expect(domain).toBe(links.mailDomain);
    }
    const { raw: own } = await mailOf({ repliesTo: 'hej@nordlys.example.test' });
    expect(all(own.toString(), 'Reply-To')).toEqual(['hej@nordlys.example.test']);
  });

  it('is left by a mail to an address that mail-in takes, which alone names the message (H-12, M-1)', () => {
    const [value] = all(text, 'List-Unsubscribe');
    const { pathname } = new URL(/<(mailto:[^>]+)>/.exec(value!)![1]!);
    const [local, domain] = pathname.split('@');
    expect(domain).toBe(links.mailDomain);
    expect(verifyMessageLink(ring, tokenOfMailto(local!) ?? '')).toBe(message.messageId);
  });

  it('names campaign, account and purpose for Gmail, and no address (Feedback-ID)', () => {
    expect(all(text, 'Feedback-ID')).toEqual([
      `${campaign.campaignId}:${campaign.accountId}:marketing:adieu`,
    ]);
  });

  it('has one CFBL-Address for ARF, and an id that nobody can forge (H-13)', () => {
    expect(all(text, 'CFBL-Address')).toEqual(['complaints@leave.example.test; report=arf']);
    const [id] = all(text, 'CFBL-Feedback-ID');
    expect(messageOfFeedback(ring, id!)).toBe(message.messageId);
    expect(messageOfFeedback(createKeyRing(), id!)).toBeNull();
  });

  it('uses the public https host for every address of ours (H-19)', () => {
    const urls = text.replaceAll('=\r\n', '').match(/https?:\/\/[^\s"'<>]+/g)!;
    const ours = urls.filter((url) => !url.includes('w3.org'));
    expect(ours.length).toBeGreaterThanOrEqual(4);
    for (const url of ours) expect(new URL(url).origin).toBe(links.publicUrl);
  });

  it('holds each line within 998 octets (H-15), and no header that a name smuggled in (H-10)', async () => {
    for (const line of raw.toString('latin1').split('\r\n'))
      expect(line.length).toBeLessThanOrEqual(998);
    expect(all(text, 'Bcc')).toEqual([]);
    const parsed = await simpleParser(raw);
    expect(parsed.subject).toBe('For Åsa Bcc: evil@example.test');
  });

  it('shows the way out in both parts, in the recipient’s language (H-16)', async () => {
    const parsed = await simpleParser(raw);
    const [, url] = /List-Unsubscribe: <([^>]+)>/.exec(text.replace(/\r\n[ \t]+/g, ' '))!;
    expect(verifyMessageLink(ring, url!.split('/u/')[1]!)).toBe(message.messageId);
    expect(parsed.html).toMatch(new RegExp(`href="${url}"[^>]*>AVREGISTRERA</a>`));
    expect(parsed.text).toContain(`AVREGISTRERA <${url}>`);
  });

  it('has another URI for each message (H-6), and the same List-Id over campaigns of a scope (H-8)', async () => {
    const other = await mailOf(
      { campaignId: '01900000-0000-7000-8000-0000000000ff' },
      { messageId: '01900000-0000-7000-8000-00000000000b' },
    );
    const topic = await mailOf({
      topicId: '01900000-0000-7000-8000-0000000000cc',
      topicName: 'Offers',
    });
    expect(all(other.raw.toString(), 'List-Unsubscribe')).not.toEqual(
      all(text, 'List-Unsubscribe'),
    );
    expect(all(other.raw.toString(), 'List-Id')).toEqual(all(text, 'List-Id'));
    expect(all(topic.raw.toString(), 'List-Id')).not.toEqual(all(text, 'List-Id'));
  });

  it('that is a receipt carries no one-click headers and no way out (H-11)', async () => {
    const receipt = (await mailOf({ purpose: 'TRANSACTIONAL' })).raw.toString();
    expect(headersOf(receipt).filter((line) => /^list-/i.test(line))).toEqual([]);
    expect(receipt).not.toContain('/u/');
  });

  it.each([
    [{}, true],
    [{ purpose: 'SERVICE' }, true],
    [{ purpose: 'SERVICE', exempt: true }, false],
    [{ purpose: 'TRANSACTIONAL' }, false],
  ] as const)('of %o offers one click: %s (H-1, H-11, A1)', async (more, offered) => {
    const { raw: mail } = await mailOf(more);
    expect(mail.toString().includes('List-Unsubscribe-Post:')).toBe(offered);
  });
});

describe('a campaign’s mail that is signed (H-4, H-5, H-13)', () => {
  it('verifies by another’s verifier for From and for our domain, over what clients act on', async () => {
    const published = new Map<string, string>();
    const keys = ['nordlys.example.test', links.mailDomain].map((domain) => {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      const point = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
      published.set(`a._domainkey.${domain}`, `v=DKIM1; k=ed25519; p=${point.toString('base64')}`);
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      return { domain, selector: 'a', privateKey: pem };
    });
    const sign = createSigner(
      parseDkimKeys(JSON.stringify(keys)),
      links.mailDomain,
      async () => true,
    );
    const signed = await sign((await mailOf()).raw, now);
    const resolver = async (name: string): Promise<string[][]> => [[published.get(name) ?? '']];
    const { results } = await dkimVerify(signed, { resolver, curTime: now });
    expect(results.map(({ signingDomain, status }) => [signingDomain, status.result])).toEqual([
      ['nordlys.example.test', 'pass'],
      [links.mailDomain, 'pass'],
    ]);
    const fields = headersOf(signed.toString()).map((line) => line.split(':')[0]!);
    for (const covered of signed.toString().matchAll(/(?<=\s)h=([\s\S]*?);/g)) {
      const names = covered[1]!.replace(/\s/g, '').split(':');
      expect(names).toEqual(
        expect.arrayContaining(fields.filter((name) => name !== 'DKIM-Signature')),
      );
    }
  });
});

interface Vector {
  readonly name: string;
  readonly input: {
    readonly list_unsubscribe: string;
    readonly list_unsubscribe_post: string | null;
  };
  readonly expected: {
    readonly kind: string;
    readonly url?: string;
    readonly address?: string;
    readonly subject?: string | null;
  };
}

/** A receiver's view of the two fields, as the vectors describe it. */
function readWayOut(value: string, post: string | null): Vector['expected'] {
  const uris = [...value.matchAll(/<\s*([^<>\s]+)\s*>/g)].map(([, uri]) => URL.parse(uri!)!);
  const https = uris.find((uri) => /^https?:$/.test(uri.protocol));
  const mailto = uris.find((uri) => uri.protocol === 'mailto:');
  if (https?.protocol === 'https:' && post?.trim() === 'List-Unsubscribe=One-Click') {
    return { kind: 'OneClick', url: https.href };
  }
  if (mailto)
    return {
      kind: 'Mailto',
      address: mailto.pathname,
      subject: mailto.searchParams.get('subject'),
    };
  return https ? { kind: 'HttpLink', url: https.href } : { kind: 'None' };
}

const corpus = join(import.meta.dirname, '../../../../../shared/corpora/list-unsubscribe-vectors');
const hasCorpus = existsSync(corpus);
describe.skipIf(!hasCorpus)(
  'a mail client that reads as the vectors say (skipped where ../shared/corpora is absent)',
  () => {
    const vectors = (hasCorpus ? readdirSync(corpus) : [])
      .filter((file) => file.endsWith('.json') && file !== 'schema.json')
      .map((file) => JSON.parse(readFileSync(join(corpus, file), 'utf8')) as Vector);

    it.each(vectors)('reads $name right', ({ input, expected }) => {
      expect(readWayOut(input.list_unsubscribe, input.list_unsubscribe_post)).toEqual(expected);
    });

    it('finds one click in ours (C8, H-1, H-2, H-3)', async () => {
      const raw = (await mailOf()).raw.toString();
      const [value, ...more] = all(raw, 'List-Unsubscribe');
      const [post, ...others] = all(raw, 'List-Unsubscribe-Post');
      expect([more, others]).toEqual([[], []]);
      const way = readWayOut(value!, post!);
      expect(way.kind).toBe('OneClick');
      expect(verifyMessageLink(ring, way.url!.split('/u/')[1]!)).toBe(message.messageId);
    });
  },
);
