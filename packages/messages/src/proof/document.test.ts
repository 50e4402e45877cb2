import { createHash } from 'node:crypto';
import { LANGUAGES } from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_VERSION, proofDocument, type ProofFacts } from './document.ts';
import { PROOF_MESSAGES } from './index.ts';

const facts: ProofFacts = {
  id: '01900000-0000-7000-8000-000000000001',
  organisationName: 'Nordlys <b>& Søn</b>',
  accountName: 'Nordlys Shop',
  address: '"odd\'one"@example.test',
  channel: 'EMAIL',
  scopeKind: 'BOOK',
  scopeId: '01900000-0000-7000-8000-000000000002',
  scopeName: 'Newsletter',
  language: 'en',
  declaration: 'I agree that Nordlys sends me <script>alert(1)</script>.\nI can withdraw it.',
  declarationVersion: '2026-11',
  formUrl: 'https://shop.example.test/news?a=1&b=2',
  mailMessageId: '<double-opt-in.1@leave.example.test>',
  exchange: null,
  requestedAt: new Date('2026-05-04T08:00:00.123Z'),
  requestedOrigin: '192.0.2.1',
  requestedUserAgent: 'Browser A',
  confirmedAt: new Date('2026-05-04T08:05:00.456Z'),
  confirmedOrigin: null,
  confirmedUserAgent: 'Browser B',
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a printable proof', () => {
  it('says all that the proof holds: text, version, form, scope, channel, exact times, origins, browsers, message id, language (D-2)', () => {
    const html = proofDocument(facts);
    for (const part of [
      facts.id,
      'Nordlys &lt;b&gt;&amp; Søn&lt;/b&gt;',
      'Nordlys Shop',
      '&quot;odd&#39;one&quot;@example.test',
      'EMAIL',
      'Newsletter (BOOK 01900000-0000-7000-8000-000000000002)',
      'I agree that Nordlys sends me &lt;script&gt;alert(1)&lt;/script&gt;.\nI can withdraw it.',
      '2026-11',
      'https://shop.example.test/news?a=1&amp;b=2',
      '&lt;double-opt-in.1@leave.example.test&gt;',
      '2026-05-04 08:00:00.123',
      '192.0.2.1',
      'Browser A',
      '2026-05-04 08:05:00.456',
      'not recorded',
      'Browser B',
    ])
      expect(html).toContain(part);
    expect(html).not.toMatch(/<script|<b>|src=|href=|url\(/);
    expect(html).toContain('@media print');
  });

  it.each(LANGUAGES)('is in the language of its declaration: %s', (language) => {
    const html = proofDocument({ ...facts, language });
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h1>${PROOF_MESSAGES[language].title}</h1>`);
  });

  // A hash that changes here would no longer match the proofs that were given: raise DOCUMENT_VERSION and keep the old way.
  it('is the same bytes for ever (D-3)', () => {
    expect(DOCUMENT_VERSION).toBe(1);
    const hashes = LANGUAGES.map((language) => sha256(proofDocument({ ...facts, language })));
    expect(hashes).toMatchInlineSnapshot(`
      [
        "282fc98078fd2328a54d308b2ec3d2742bf1e2580e03b9506836697db1b171ab",
        "c20502610ac824d908b58a92b21fa846b4cc79a55533f34f2503434781ea3b17",
        "39ad7e6147331ad17de40def0e9791d4a7aeb5971b0c7dac0d20301b968fbaa2",
        "7cd74b07985c1eade76a9c386183e4962ec587bfd8f7a5bc23f99de4f5010841",
        "f35fa932aa419a758297c1d82cd1e086412a1b6473113da3c7d748aeedf715bd",
      ]
    `);
    expect(new Set(hashes).size).toBe(LANGUAGES.length);
  });

  it('differs with every fact', () => {
    const before = proofDocument(facts);
    for (const [name, value] of Object.entries(facts)) {
      const other =
        value instanceof Date
          ? new Date(value.getTime() + 1)
          : name === 'language'
            ? 'sv'
            : 'other';
      expect(proofDocument({ ...facts, [name]: other }), name).not.toBe(before);
    }
  });

  it('shows the messages of both sides where it was by SMS, and not a mail that there was not (A6, D-2)', () => {
    const sms = (text: string) => ({ text, at: '2026-05-04T08:00:00.000Z', gatewayId: 'g1' });
    const exchange = {
      asked: sms('START'),
      prompt: sms('To agree, reply YES'),
      answer: sms('yes'),
    };
    const shown = proofDocument({ ...facts, language: 'en', exchange });
    for (const { text } of Object.values(exchange)) expect(shown).toContain(`${text} (2026-05-04`);
    expect(shown).toContain('Confirmation by the second word');
    expect(shown).not.toContain('Confirmation e-mail');
  });
});
