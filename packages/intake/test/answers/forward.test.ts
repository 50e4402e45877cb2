import {
  createKeyRing,
  mailtoLocalPart,
  replyLocalPart,
  signMessageLink,
  signWebLink,
} from '@adieu/keys';
import { createTransport } from 'nodemailer';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openMailApart } from '../../src/mail/read/read-mail-apart.ts';

const ring = createKeyRing();
const links = { publicUrl: 'https://leave.example.test:8443', mailDomain: 'leave.example.test' };
const ours = { ...links, keyIds: ring.links.map((key) => key.id), instead: '(taken out)' };
const id = randomUUID();
const token = signMessageLink(ring, id);
const OURS = [
  token,
  signWebLink(ring, id),
  mailtoLocalPart(token),
  replyLocalPart(ring, id),
  `https://leave.example.test:8443/u/${token}`,
];

/** The mail that is answered, as it was sent. */
const html = `<p>Vårens nyheter</p><a href="https://leave.example.test:8443/u/${token}">AVREGISTRERA</a> <a href="https://leave.example.test:8443/m/${signWebLink(ring, id)}">web</a>`;
const plain = `Vårens nyheter\r\nAVREGISTRERA <https://leave.example.test:8443/u/${token}>\r\n`;
const original = [
  'From: news@nordlys.example.test',
  `Reply-To: ${replyLocalPart(ring, id)}@leave.example.test`,
  `List-Unsubscribe: <https://leave.example.test:8443/u/${token}>, <mailto:${mailtoLocalPart(token)}@leave.example.test>`,
  'Subject: Vårens nyheter',
  'Content-Type: text/html; charset=utf-8',
  '',
  html,
].join('\r\n');

async function composed(mail: object): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const sent = await transport.sendMail({
    from: 'anna@example.test',
    to: 'x@y.example',
    subject: 'Sv: Vårens nyheter',
    ...mail,
  });
  return sent.message as Buffer;
}

async function forwarded(
  mail: object,
): Promise<{ text: string; all: string; names: readonly string[]; leftOut: readonly string[] }> {
  const opened = await openMailApart(await composed(mail), ours, 'test');
  if ('refused' in opened) throw new Error(opened.refused);
  const { subject, text, files, leftOut } = opened.done;
  const bytes = files.map(({ content }) => Buffer.from(content));
  const all = [
    subject,
    text,
    ...bytes.flatMap((each) => [each.toString('latin1'), each.toString('utf16le')]),
  ];
  return { text, all: all.join('\n'), names: files.map(({ name }) => name), leftOut };
}

describe('an answer that is passed on hands nobody’s way out to a colleague', () => {
  const question = 'Är butiken öppen på lördag?';
  it.each<[string, object]>([
    ['plain', { text: `${question}\n\n> ${plain}` }],
    ['plain, encoded', { text: `${question}\n\n> ${plain}`, textEncoding: 'quoted-printable' }],
    ['plain, in base64', { text: `${question}\n\n> ${plain}`, textEncoding: 'base64' }],
    [
      'broken by lines',
      {
        text: `${question}\n\n> https://leave.example.test:8443/u/\n> ${token.slice(0, 20)}\n> ${token.slice(20)}`,
      },
    ],
    ['HTML alone', { html: `<p>${question}</p><blockquote>${html}</blockquote>` }],
    [
      'HTML alone, encoded',
      { html: `<p>${question}</p>${html}`, textEncoding: 'quoted-printable' },
    ],
    ['both', { text: `${question}\n\n> ${plain}`, html: `<p>${question}</p>${html}` }],
    [
      'a mail within',
      {
        text: question,
        attachments: [{ contentType: 'message/rfc822', content: original, filename: 'x.eml' }],
      },
    ],
    [
      'a mail as a file of no type',
      {
        text: question,
        attachments: [
          { contentType: 'application/octet-stream', content: original, filename: 'x.eml' },
        ],
      },
    ],
    [
      'a page',
      {
        text: question,
        attachments: [{ contentType: 'text/html', content: html, filename: 'x.html' }],
      },
    ],
    [
      'what a scanner made of a link',
      {
        text: `${question} https://safe.example/?u=https%3A%2F%2Fleave.example.test%3A8443%2Fu%2F${token}&x=1`,
      },
    ],
    [
      'addresses',
      {
        text: `${question}\n> mailto:${mailtoLocalPart(token)}@leave.example.test, ${replyLocalPart(ring, id).toUpperCase()}@leave.example.test`,
      },
    ],
  ])('%s', async (_what, mail) => {
    const { text, all } = await forwarded(mail);
    expect(text).toContain(question);
    expect(all).toContain('(taken out)');
    for (const each of OURS) {
      expect(all).not.toContain(each);
      expect(all).not.toContain(each.slice(-24));
    }
  });

  it.each<[string, string, string]>([
    ['a link', `a <https://leave.example.test:8443/u/${token}> b`, 'a <(taken out)> b'],
    [
      'one that a line broke',
      `a https://leave.example.test:8443/u/\n> ${token.slice(0, 20)}\n> ${token.slice(20)} b`,
      'a (taken out) b',
    ],
    ['one without a token', 'a https://leave.example.test:8443/sign-in b', 'a (taken out) b'],
    ['an address', `a ${replyLocalPart(ring, id)}@leave.example.test b`, 'a (taken out) b'],
    [
      'two, side by side',
      `a https://leave.example.test:8443/u/${token} https://leave.example.test:8443/m/${signWebLink(ring, id)} b`,
      'a (taken out) (taken out) b',
    ],
  ])('with one note where it stood: %s', async (_what, quoted, left) => {
    const { text } = await forwarded({ text: `${question}\n\n> ${quoted}` });
    expect(text.trim()).toBe(`${question}\n\n> ${left}`);
  });

  const encoded = encodeURIComponent(`https://leave.example.test:8443/u/${token}`);
  const coded = Buffer.from(`https://leave.example.test:8443/u/${token}`).toString('base64url');
  it.each<[string, string]>([
    [
      'Safe Links',
      `https://eur02.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02&reserved=0`,
    ],
    ['URL Defense 3', `https://urldefense.com/v3/__https://leave.example.test:8443/u/x__;!!AbC$`],
    [
      'URL Defense 2',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__leave.example.test-3A8443_u_x&d=DwMFaQ',
    ],
    ['Secure-Web', `https://secure-web.cisco.com/1aBcD/${encodeURIComponent(encoded)}`],
    ['Mimecast', 'https://protect-eu.mimecast.com/s/aBcDeFgHiJkL?domain=leave.example.test'],
    ['Mimecast that says nothing', 'https://url.uk.m.mimecastprotect.com/s/aBcDeFgHiJkL'],
    ['Sophos', `https://eu-central-1.protection.sophos.com/?d=example.test&u=${coded}&i=x`],
    ['a sender’s own counting of clicks', 'https://u123.ct.sendgrid.net/ls/click?upn=u001.aBcD'],
  ])('nor by a link that a gateway made of one of ours: %s', async (_what, link) => {
    const { text } = await forwarded({ text: `${question}\n\n> Läs <${link}> eller` });
    expect(text.trim()).toBe(`${question}\n\n> Läs <(taken out)> eller`);
  });

  it.each([
    'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fshop.example%2F',
    'https://protect-eu.mimecast.com/s/aBcDeFgHiJkL?domain=shop.example',
    'https://notleave.example.test.shop.example/x',
    'https://shop.example/aGVsbG8gd29ybGQgaG93IGFyZSB5b3U',
  ])('a link to somebody else stays, also where a gateway made it anew: %s', async (link) => {
    const { text } = await forwarded({ text: `${question} ${link}` });
    expect(text.trim()).toBe(`${question} ${link}`);
  });

  it.each<[string, Buffer]>([
    ['as Excel and Notepad write it', Buffer.from(`\uFEFFx ${token} y`, 'utf16le')],
    ['in the other order', Buffer.from(`\uFEFFx ${token} y`, 'utf16le').swap16()],
  ])('a text in UTF-16 in which it stands is left out, and named: %s', async (_what, content) => {
    const attachments = ['text/html', 'text/csv', 'text/plain'].map((contentType, nth) => ({
      contentType,
      content,
      filename: `${nth}.txt`,
    }));
    const { all, leftOut } = await forwarded({ text: question, attachments });
    expect(leftOut).toEqual(['0.txt', '1.txt', '2.txt']);
    expect(all).not.toContain(token);
  });

  it('nor by a file in which mails are coded: a page in one file, the source of a mail', async () => {
    const content = `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}`;
    const { leftOut } = await forwarded({
      text: question,
      attachments: [
        { contentType: 'application/x-mimearchive', content, filename: 'x.mht' },
        { contentType: 'text/plain', content, filename: 'x.txt' },
      ],
    });
    expect(leftOut).toEqual(['x.mht', 'x.txt']);
  });

  it('nor by the name of a file', async () => {
    const { names, leftOut } = await forwarded({
      text: question,
      attachments: [
        { contentType: 'text/html', content: 'x', filename: `${token}.html` },
        { contentType: 'application/x', content: token, filename: `${token}.bin` },
      ],
    });
    expect(names).toEqual(['(taken out).html']);
    expect(leftOut).toEqual(['(taken out).bin']);
  });

  it('a file of another program in which it stands is left out, and named; others go as they are', async () => {
    const utf16 = Buffer.from(`x ${token} y`, 'utf16le');
    const picture = Buffer.from('89504e470d0a1a0a00ff', 'hex');
    const { all, leftOut } = await forwarded({
      text: question,
      attachments: [
        { contentType: 'application/vnd.ms-outlook', content: utf16, filename: 'Vår.msg' },
        { contentType: 'image/png', content: picture, filename: 'kvitto.png' },
      ],
    });
    expect(leftOut).toEqual(['Vår.msg']);
    expect(all).toContain(picture.toString('latin1'));
  });

  it('what others sent stays: their links, long words', async () => {
    const text = `${question} https://shop.example/order/${'a'.repeat(60)}?x=1 anna+leave@example.test`;
    expect((await forwarded({ text })).text.trim()).toBe(text);
  });

  it.each<[string, () => Buffer]>([
    [
      'mails within mails',
      () => Buffer.from(`${'Content-Type: message/rfc822\r\n\r\n'.repeat(500)}x`),
    ],
    [
      'HTML within HTML',
      () => Buffer.from(`Content-Type: text/html\r\n\r\n${'<b>'.repeat(5_000)}x`),
    ],
    [
      '25 MB',
      () => Buffer.from(`Subject: x\r\n\r\n${'leave.example.test:8443/\n> '.repeat(900_000)}`),
    ],
    [
      'a large file that looks like ours all through',
      () =>
        Buffer.from(
          `Content-Type: application/x-a\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('A\n> '.repeat(2_000_000)).toString('base64')}`,
        ),
    ],
  ])('a bomb is opened or given up within its time: %s (M-11)', async (_what, bomb) => {
    const opened = await openMailApart(bomb(), ours, 'test');
    expect(['done', 'refused']).toContain(Object.keys(opened)[0]);
    // The one who comes next is served.
    expect((await forwarded({ text: question })).text).toContain(question);
  });
});
