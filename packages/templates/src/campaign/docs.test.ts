import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../check/check-content.ts';
import { lookedOver } from '../../test/looked-over.ts';
import { compileCampaign } from './compile-campaign.ts';
import { MERGE_NAMES } from './liquid.ts';
import { renderMessage } from './render-message.ts';

const text = readFileSync(join(import.meta.dirname, '../../../../docs/templates.md'), 'utf8');
const examples = [...text.matchAll(/```(mjml|html)\n([\s\S]*?)```/g)].map(([, part, source]) => ({
  part: part as 'mjml' | 'html',
  source: source!,
  first: source!
    .split('\n')
    .find((line) => /\w{4}/.test(line))!
    .trim(),
}));
const values = {
  language: 'en',
  fields: {},
  organisation: 'Nordlys',
  account: 'Shop',
  unsubscribeUrl: 'https://leave.nordlys.se/u/x',
  webVersionUrl: 'https://leave.nordlys.se/m/x',
};

describe('docs/templates.md', () => {
  it.each(examples)(
    'has an example that is sent without findings: $first',
    async ({ part, source }) => {
      const compiled = await compileCampaign({
        subject: { en: 'Spring' },
        mjml: {},
        [part]: { en: source },
        partials: { footer: { en: '<p>{{ unsubscribe }}</p>' } },
        defaultLanguage: 'en',
      });
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
      const look = { production: true, hasTopic: false };
      const findings = checkContent(lookedOver(compiled.campaign, look), {
        sender: { name: '', address: 'news@nordlys.se' },
        ownsSender: true,
        signedDomains: ['nordlys.se'],
        identityWanted: [],
        coverage: new Map([['en', { contacts: 1, lacking: new Map() }]]),
        knownFields: [],
        audience: {
          total: 1,
          stopped: [],
          chosen: null,
          crossings: [],
          withoutConsent: 0,
        },
      });
      expect(findings).toEqual([]);
      const { html, text: plain } = renderMessage(compiled.campaign, values);
      expect(html).toContain(values.unsubscribeUrl);
      expect(plain).toContain(values.unsubscribeUrl);
    },
  );

  it('names no merge field that is not there', () => {
    const named = [...text.matchAll(/\{\{ (\w+)/g)].map(([, name]) => name!);
    const known = new Set<string>([
      ...MERGE_NAMES,
      'unsubscribe',
      'subscribe_again',
      'web_version',
    ]);
    expect(examples.length).toBeGreaterThanOrEqual(6);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
