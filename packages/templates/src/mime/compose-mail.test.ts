import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { withoutOurs } from '../headers/header.ts';
import { marketingHeaders } from '../headers/marketing-headers.ts';
import { composeMail, type Mail } from './compose-mail.ts';

const list = {
  unsubscribeUrl: `https://leave.example.test/u/${'A'.repeat(48)}`,
  unsubscribeAddress: `leave+${'a'.repeat(58)}@leave.example.test`,
  listId: 'book-01h455vb4pex5vsknk084sn02q.leave.example.test',
  listName: 'Nordlys nyheder – æøå',
  ownerAddress: 'news@nordlys.example.test',
};
const mail = (more: Partial<Mail> = {}): Mail => ({
  from: { name: 'Nordlys Køb, A/S', address: 'news@nordlys.example.test' },
  to: 'anna@example.test',
  subject: 'Forår 🌱 og meget mere, som gør emnet så langt at det må foldes et sted undervejs',
  messageId: '<1@leave.example.test>',
  date: new Date('2026-05-04T08:00:00Z'),
  headers: marketingHeaders(list),
  text: 'Hej Åsa\n'.repeat(3),
  html: `<p>Hej Åsa</p><p>${'langt '.repeat(400)}</p>`,
  ...more,
});
const headersOf = (raw: string): string[] =>
  raw
    .split('\r\n\r\n', 1)[0]!
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
const all = (raw: string, name: string): string[] =>
  headersOf(raw)
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());

describe('the raw marketing mail', () => {
  const raw = composeMail(mail()).toString('utf8');

  it('has exactly one List-Unsubscribe with one https and one mailto (H-1, H-2)', () => {
    expect(all(raw, 'List-Unsubscribe')).toEqual([
      `<${list.unsubscribeUrl}>, <mailto:${list.unsubscribeAddress}?subject=unsubscribe>`,
    ]);
  });

  it('has List-Unsubscribe-Post byte by byte and unfolded (H-3)', () => {
    expect(raw.match(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/gm)).toHaveLength(1);
  });

  it('has a List-Id with phrase and id, within 255 octets (H-8)', () => {
    const [value] = all(raw, 'List-Id');
    expect(value).toMatch(/^\S.* <book-01h455vb4pex5vsknk084sn02q\.leave\.example\.test>$/);
    expect(value!.length).toBeLessThanOrEqual(255);
    const long = composeMail(
      mail({ headers: marketingHeaders({ ...list, listName: 'ø'.repeat(200) }) }),
    ).toString();
    expect(all(long, 'List-Id')).toEqual([`<${list.listId}>`]);
  });

  it('has List-Help, List-Owner and List-Post: NO once each (H-9)', () => {
    expect(all(raw, 'List-Help')).toHaveLength(1);
    expect(all(raw, 'List-Owner')).toEqual(['<mailto:news@nordlys.example.test>']);
    expect(all(raw, 'List-Post')).toEqual(['NO']);
  });

  it('keeps lines within 998 octets and header lines within 78 where they can fold (H-15)', () => {
    const lines = raw.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998);
    const head = raw.split('\r\n\r\n', 1)[0]!.split('\r\n');
    // What is one word (an address) can not fold.
    const words = (line: string): string[] =>
      line
        .replace(/^[\w-]+:/, '')
        .trim()
        .split(/\s+/);
    expect(head.filter((line) => line.length > 78 && words(line).length > 1)).toEqual([]);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('reads back as it was written', async () => {
    const parsed = await simpleParser(raw);
    expect(parsed.subject).toBe(mail().subject);
    expect(parsed.from?.value).toEqual([
      { name: 'Nordlys Køb, A/S', address: 'news@nordlys.example.test' },
    ]);
    expect(parsed.text?.trim()).toBe(mail().text.trim());
    expect(parsed.html).toContain(mail().html);
  });
});

describe('From', () => {
  const from = { name: '', address: 'news@nordlys.example.test' };
  const headerOf = (name: string): string =>
    all(composeMail(mail({ from: { ...from, name } })).toString(), 'From')[0]!;

  it.each([
    ['', 'news@nordlys.example.test'],
    ['Nordlys Shop', 'Nordlys Shop <news@nordlys.example.test>'],
    ['Nordlys, Inc.', '"Nordlys, Inc." <news@nordlys.example.test>'],
    ['The "best" \\ shop', '"The \\"best\\" \\\\ shop" <news@nordlys.example.test>'],
    ['a@b.example <x>', '"a@b.example <x>" <news@nordlys.example.test>'],
  ])('with the name %j is %j', (name, header) => {
    expect(headerOf(name)).toBe(header);
  });

  it.each([
    'Nordlys "Køb", A/S',
    'Žluťoučký kůň úpěl ďábelské ódy a ještě něco, co se na jednu řádku nevejde',
    '北极光 🌱',
    '=?utf-8?q?Another_bank?=',
    'x =?utf-8?b?QmFuaw==?=',
    "O'Neill; (the) shop: <x@y.example>",
  ])('is read as it was written: %s', async (name) => {
    const parsed = await simpleParser(composeMail(mail({ from: { ...from, name } })));
    expect(parsed.from?.value).toEqual([{ ...from, name }]);
  });

  it('holds no line break, whatever it is given (H-10)', () => {
    const broken = { from: { name: '', address: 'a@b.example\r\nBcc: c@d.example' } };
    expect(() => composeMail(mail(broken))).toThrow(/line break/);
    expect(headerOf('A\r\nBcc: c@d.example')).toBe(
      '"A Bcc: c@d.example" <news@nordlys.example.test>',
    );
  });
});

it('carries the pictures that its HTML shows beside it, where text stays the first part (RFC 2387)', async () => {
  const png = Buffer.from('89504e470d0a1a0a'.repeat(40), 'hex');
  const html = '<p>Hej <img src="cid:plot@x" alt="Plot"></p>';
  const raw = composeMail(mail({ html, pictures: [{ cid: 'plot@x', png }] }));
  const parsed = await simpleParser(raw);
  expect(parsed.text).toContain('Hej Åsa');
  expect(parsed.attachments).toMatchObject([
    { cid: 'plot@x', related: true, contentType: 'image/png' },
  ]);
  expect(parsed.attachments[0]!.content.equals(png)).toBe(true);
  for (const line of raw.toString('latin1').split('\r\n'))
    expect(line.length).toBeLessThanOrEqual(998);
});

describe('headers', () => {
  it('refuse a one-click address that is not https (H-2)', () => {
    for (const unsubscribeUrl of [
      'http://leave.example.test/u/x',
      'https://a b',
      'https://a,b',
      'https://a>',
      'mailto:x@y',
    ]) {
      expect(() => marketingHeaders({ ...list, unsubscribeUrl })).toThrow(/https/);
    }
  });

  it('refuse line breaks anywhere (H-10)', () => {
    for (const value of ['a\r\nBcc: x@example.test', 'a\nb', 'a\u0000b']) {
      expect(() => composeMail(mail({ headers: [{ name: 'X-A', value }] }))).toThrow(/line break/);
      expect(() => composeMail(mail({ to: value }))).toThrow(/line break/);
    }
    expect(() => composeMail(mail({ headers: [{ name: 'X: y\r\nBcc', value: 'x' }] }))).toThrow(
      /line break/,
    );
  });

  it('of a caller lose what is ours to set (H-10)', () => {
    const names = [
      'List-Unsubscribe',
      'list-id',
      'CFBL-Address',
      'Auto-Submitted',
      'From',
      'X-Shop',
    ];
    expect(withoutOurs(names.map((name) => ({ name, value: 'x' })))).toEqual([
      { name: 'X-Shop', value: 'x' },
    ]);
  });
});
