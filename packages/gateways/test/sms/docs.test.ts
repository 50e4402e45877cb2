import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSmsGateways } from '../../src/sms/config/parse-sms-gateways.ts';
import { MESSAGE_PLACEHOLDERS } from '../../src/sms/generic/message-values.ts';
import { openSmsGateways } from '../../src/sms/open-sms-gateways.ts';

const text = readFileSync(new URL('../../../../docs/sms.md', import.meta.url), 'utf8');
const chapter = /^## Gateways$([^]*?)(?=^## |$(?![^]))/m.exec(text)![1]!;
const examples = [...chapter.matchAll(/^```json\n([^]*?)^```$/gm)].map(([, json]) => json!);

describe('docs/sms.md', () => {
  it('has an example of each kind but the handset, which npm start writes', () => {
    const kinds = examples.flatMap((json) => readSmsGateways(json).map(({ kind }) => kind));
    expect(kinds).toEqual(['46elks', 'twilio', 'sinch', 'generic', 'generic']);
  });

  it('has examples that stand in one file together', async () => {
    const all = examples.flatMap((json) => JSON.parse(json) as object[]);
    // Two carry whatever nobody else does.
    const several = all.map((each, i) => ({ ...each, senders: [String(i)] }));
    const gateways = openSmsGateways(readSmsGateways(JSON.stringify(several)));
    expect(gateways.all.map(({ name }) => name)).toEqual([
      'elks',
      'twilio',
      'sinch',
      'other',
      'kannel',
    ]);
    await gateways.close();
  });

  it('names every placeholder', () => {
    const line = /^- Placeholders: ([^]*?)\. Each/m.exec(chapter)![1]!;
    expect([...line.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(
      expect.arrayContaining([...MESSAGE_PLACEHOLDERS]),
    );
  });
});
