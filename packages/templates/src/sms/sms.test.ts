import { describe, expect, it } from 'vitest';
import { checkSms } from './check-sms.ts';
import { compileSms, type CompiledSms } from './compile-sms.ts';
import { previewSms } from './preview-sms.ts';

const by = { purpose: 'MARKETING', defaultLanguage: 'sv', organisationId: 'nordlys' } as const;

async function compiled(text: Record<string, string>): Promise<CompiledSms> {
  const made = await compileSms({ channel: 'SMS', text }, by);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.campaign;
}

describe('a campaign of text messages', () => {
  it.each([
    [{}, '', /no text/],
    [{ sv: ' ' }, 'sv', /needs a text/],
    [{ xx: 'Hej' }, 'xx', /unknown language/],
    [{ sv: 'Hej {{ contact.first_name' }, 'sv', /./],
    [{ sv: 'Hej {{ firstname }}' }, 'sv', /firstname/],
  ])('of %j is refused', async (text, language, message) => {
    const made = await compileSms({ channel: 'SMS', text }, by);
    expect(made).toMatchObject({ ok: false, problems: [{ language, part: 'text' }] });
    expect(made.ok ? '' : made.problems[0]!.message).toMatch(message);
  });

  it('is filled for one reader, in their language, with names for what they have not', async () => {
    const campaign = await compiled({
      sv: 'Hej {{ contact.first_name }}!',
      en: 'Hi {{ contact.first_name | default: "you" }} & co',
    });
    const reader = { organisation: 'Nordlys', account: 'Shop' };
    expect(
      await previewSms(campaign, { ...reader, language: 'de', fields: { first_name: 'Åsa' } }),
    ).toEqual({ text: 'Hej Åsa!', language: 'sv', missing: [] });
    expect(
      await previewSms(campaign, { ...reader, language: 'sv', fields: { first_name: ' ' } }),
    ).toEqual({ text: 'Hej [first_name]!', language: 'sv', missing: ['first_name'] });
    expect(await previewSms(campaign, { ...reader, language: 'en', fields: {} })).toMatchObject({
      text: 'Hi you & co',
    });
  });

  it('may be looked over, and not sent yet', async () => {
    const audience = {
      total: 2,
      stopped: [],
      chosen: null,
      crossings: [],
      withoutConsent: 0,
    };
    const coverage = new Map([['sv', { contacts: 2, lacking: new Map([['first_name', 1]]) }]]);
    const found = checkSms(await compiled({ sv: 'Hej {{ contact.first_name }}' }), {
      audience,
      coverage,
      knownFields: [],
      sender: null,
    });
    expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual([
      'ERROR CHANNEL_NOT_SERVED',
      'ERROR SENDER_MISSING',
      'ERROR FIELD_MISSING',
    ]);
    expect(found[2]!.place).toMatchObject({ part: 'text', line: 1 });
  });
});
