import { describe, expect, it } from 'vitest';
import { checkSms } from './check-sms.ts';
import { compileSms, type CompiledSms, keepSms } from './compile-sms.ts';
import { ReadySms, type SmsReader } from './ready-sms.ts';
import type { SaidWayOut } from './sms-way-out.ts';

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

  const reader = (
    more: Partial<Omit<SmsReader, 'wayOutIn'>> & { readonly wayOut?: SaidWayOut | null },
  ): SmsReader => ({
    organisation: 'Nordlys',
    account: 'Shop',
    language: 'sv',
    fields: {},
    ...more,
    wayOutIn: () => more.wayOut ?? null,
  });
  const answered = { words: 'Avsluta: svara STOPP', url: null, notice: null, isAnswered: true };
  const byLink = {
    words: 'Avsluta: https://a.se/s/abcdefg',
    url: 'https://a.se/s/abcdefg',
    notice: null,
    isAnswered: false,
  };

  it('is filled for one reader, in their language, with names for what they have not', async () => {
    const ready = new ReadySms(
      keepSms(
        await compiled({
          sv: 'Hej {{ contact.first_name }}!',
          en: 'Hi {{ contact.first_name | default: "you" }} & co',
        }),
        true,
      ),
      'nordlys',
    );
    expect(await ready.preview(reader({ language: 'de', fields: { first_name: 'Åsa' } }))).toEqual({
      text: 'Hej Åsa!',
      language: 'sv',
      missing: [],
    });
    expect(await ready.preview(reader({ fields: { first_name: ' ' } }))).toEqual({
      text: 'Hej [first_name]!',
      language: 'sv',
      missing: ['first_name'],
    });
    expect(await ready.preview(reader({ language: 'en' }))).toMatchObject({ text: 'Hi you & co' });
  });

  it.each([
    ['Hej', true, answered, 'Hej\nAvsluta: svara STOPP'],
    ['Hej. {{ opt_out }}. Kram', true, answered, 'Hej. Avsluta: svara STOPP. Kram'],
    ['Hej, svara stopp!', false, answered, 'Hej, svara stopp!'],
    ['Bort: {{ unsubscribe_url }}', false, byLink, 'Bort: https://a.se/s/abcdefg'],
    ['Hej', true, byLink, 'Hej\nAvsluta: https://a.se/s/abcdefg'],
    ['Hej{{ opt_out }}', true, null, 'Hej'],
    // What one reader's field hides is not there for them: it is judged as it is filled.
    ['Hej {% if contact.x %}{{ opt_out }}{% endif %}', true, answered, 'Hej\nAvsluta: svara STOPP'],
  ])(
    'that says %j goes out as it is filled, with a way out (A2, SM-10)',
    async (text, adds, wayOut, filled) => {
      const ready = new ReadySms(keepSms(await compiled({ sv: text }), adds), 'nordlys');
      expect(await ready.fillFor(reader({ wayOut }))).toBe(filled);
    },
  );

  const unread = { ...byLink, notice: 'Svar läses inte.' };

  it.each([
    ['Hej', true, 'Hej\nAvsluta: https://a.se/s/abcdefg\nSvar läses inte.'],
    ['Bort: {{ unsubscribe_url }}', false, 'Bort: https://a.se/s/abcdefg\nSvar läses inte.'],
    [
      'Svar läses inte. {{ opt_out }} Kram',
      true,
      'Svar läses inte. Avsluta: https://a.se/s/abcdefg Kram',
    ],
  ])(
    'that says %j says once that nobody reads its answers, where it must (SM-10)',
    async (text, adds, filled) => {
      const ready = new ReadySms(keepSms(await compiled({ sv: text }), adds), 'nordlys');
      expect(await ready.fillFor(reader({ wayOut: unread }))).toBe(filled);
    },
  );

  it.each([
    ['Hej', answered, /says no way out/],
    // Nobody reads what is answered to a text.
    ['Svara STOPP', byLink, /says no way out/],
    ['{% for i in (1..300) %}{{ contact.x }}{% endfor %} STOPP', answered, /as \d+ SMS/],
    ['{{ contact.y }}', answered, /has no "y"/],
  ])(
    'that says %j does not go out where its book adds none, or where it is too long (SM-10)',
    async (text, wayOut, why) => {
      const ready = new ReadySms(keepSms(await compiled({ sv: text }), false), 'nordlys');
      const filled = async (): Promise<string> =>
        ready.fillFor(reader({ fields: { x: 'tio bokst.' }, wayOut }));
      await expect(filled()).rejects.toThrow(why);
    },
  );

  it('loses what no phone shows: control characters and halves of a character', async () => {
    const ready = new ReadySms(
      keepSms(await compiled({ sv: 'Hej {{ contact.x }}!' }), true),
      'nordlys',
    );
    const fields = { x: 'A\u0007\ud83d\r\nB' };
    expect(await ready.fillFor(reader({ fields }))).toBe('Hej A\ufffd\nB!');
  });

  it('may be looked over, and not sent where nothing carries it', async () => {
    const audience = {
      total: 2,
      stopped: [],
      chosen: null,
      crossings: [],
      withoutConsent: 0,
    };
    const coverage = new Map([['sv', { contacts: 2, lacking: new Map([['first_name', 1]]) }]]);
    const found = checkSms(await compiled({ sv: 'Hej {{ contact.first_name }}' }), {
      addsWayOut: true,
      tallies: [],
      audience,
      coverage,
      knownFields: [],
      isCarried: false,
      ownsSender: true,
      place: {
        account: { country: 'SE', timeZone: 'Europe/Stockholm' },
        countries: [{ country: 'SE', count: 2 }],
        at: new Date('2026-12-01T11:00:00Z'),
        inRecipientsZone: false,
      },
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
