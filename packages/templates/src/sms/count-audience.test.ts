import { describe, expect, it } from 'vitest';
import { checkSmsTexts } from './check-sms-texts.ts';
import { compileSms, keepSms } from './compile-sms.ts';
import { type CountedReader, type SmsTally, tallySms } from './count-audience.ts';
import { ReadySms } from './ready-sms.ts';

const AT = new Date('2026-12-01T11:00:00Z');
const installation = { shortUrl: 'https://no-s.example/s/', shortCodes: { SE: '72080' } };
const by = { purpose: 'MARKETING', defaultLanguage: 'sv', organisationId: 'nordlys' } as const;
const NUMBER = { kind: 'NUMBER', keyword: '' } as const;
const TEXT = { kind: 'TEXT', keyword: '' } as const;

const reader = (
  name: string,
  language: string | null = 'sv',
  country: string | null = 'SE',
): CountedReader => ({ contactId: name, language, fields: { name }, country });

async function tallied(
  text: Record<string, string>,
  readers: readonly CountedReader[],
  {
    adds = true,
    sender = NUMBER,
    exempt = false,
  }: { adds?: boolean; sender?: typeof NUMBER | typeof TEXT; exempt?: boolean } = {},
): Promise<{ tallies: SmsTally[]; findings: string[] }> {
  const content = { channel: 'SMS', text } as const;
  const made = await compileSms(content, by);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const compiled = keepSms(made.campaign, adds);
  const campaign = {
    content,
    compiled,
    purpose: by.purpose,
    exempt,
    organisationName: 'Nordlys',
    accountName: 'Shop',
    country: 'SE',
    sender,
  };
  const ready = new ReadySms(compiled, 'nordlys');
  const tallies = await tallySms(campaign, ready, readers, installation, AT);
  const findings = checkSmsTexts(tallies, adds, sender).map(
    ({ level, code, language, message }) => `${level} ${code} ${language}: ${message}`,
  );
  return { tallies, findings };
}

describe('what a campaign of text messages comes to before it is sent (A2)', () => {
  it('is counted as each reader’s text is filled, with its way out, by the text that they get', async () => {
    const { tallies, findings } = await tallied(
      { sv: 'Hej {{ contact.name }}', cs: 'Ahoj {{ contact.name }}!' },
      [
        reader('Bo'),
        reader('Å'.repeat(150)),
        reader('Žaneta'),
        reader('Ella', 'fi'),
        reader('Žofie', 'cs'),
      ],
    );
    expect(findings).toEqual([]);
    const [sv, cs] = tallies;
    expect(sv).toMatchObject({
      language: 'sv',
      counted: 4,
      // The long one takes two, and its way out made it so: 4 + 150 + 21 = 175 of GSM-7.
      parts: 5,
      longest: {
        contactId: 'Å'.repeat(150),
        count: { encoding: 'GSM-7', characters: 175, parts: 2, forcedBy: null, replacement: null },
      },
      median: { contactId: 'Ella', count: { parts: 1, characters: 29 } },
    });
    expect(cs).toMatchObject({
      language: 'cs',
      counted: 1,
      parts: 1,
      longest: {
        contactId: 'Žofie',
        count: {
          encoding: 'UCS-2',
          forcedBy: 'Ž',
          replacement: 'Ahoj Zofie!\nOdhlasit: odpovezte STOP',
        },
      },
    });
  });

  it('of a text that nobody gets is that of somebody made up', async () => {
    const { tallies } = await tallied({ sv: 'Hej {{ contact.name }}', da: 'Dav' }, [reader('Bo')]);
    expect(tallies[1]).toMatchObject({
      language: 'da',
      counted: 0,
      longest: { contactId: null, count: { characters: 'Dav\nAfmeld: svar STOP'.length } },
    });
  });

  it('says the way out of each reader’s country, and what the law puts behind it (D2, SM-10)', async () => {
    const of = async (country: string) => {
      const { tallies } = await tallied({ sv: 'Hej' }, [reader('Bo', 'sv', country)], {
        sender: TEXT,
      });
      return tallies[0]!.longest!.count.characters;
    };
    expect(await of('SE')).toBe('Hej\nAvsluta: STOPP till 72080'.length);
    const link = 'Hej\nAvsluta: https://no-s.example/s/abcdefg';
    expect(await of('DK')).toBe(link.length);
    expect(await of('US')).toBe(`${link}\nSvar läses inte.`.length);
  });
});

describe('a text that would not go out as it is filled is an error before the send', () => {
  const many = (i: number) => reader(i === 3 ? 'x'.repeat(1_530) : `Person ${i}`);

  it('of more than ten parts, for whom it is so (A2)', async () => {
    const readers = [1, 2, 3, 4].map(many);
    const { findings, tallies } = await tallied({ sv: 'Hej {{ contact.name }}' }, readers);
    expect(findings).toEqual([
      'ERROR SMS_TOO_LONG sv: for 1 of 4 recipients of this text it would go as more than 10 SMS, for the longest as 11',
    ]);
    expect(tallies[0]!.longest!.count.parts).toBe(11);
  });

  it.each([
    ['Hej', NUMBER, ['ERROR WAY_OUT_MISSING sv: the text has no way out']],
    ['Svara STOPP', NUMBER, []],
    // Nobody reads what is answered to a text.
    ['Svara STOPP', TEXT, ['ERROR WAY_OUT_MISSING sv: nobody can answer this sender']],
    ['{{ opt_out }}', TEXT, []],
    [
      '{% if contact.name == "Bo" %}Hej{% else %}{{ opt_out }}{% endif %}',
      TEXT,
      ['ERROR WAY_OUT_MISSING sv: for 1 of 2 recipients of this text nobody can answer'],
    ],
  ])(
    'that says %j without a way out, of a book that puts none behind it (SM-10)',
    async (text, sender, expected) => {
      const readers = [reader('Bo'), reader('Åsa')];
      const { findings } = await tallied({ sv: text }, readers, { adds: false, sender });
      expect(findings).toHaveLength(expected.length);
      for (const [i, said] of expected.entries()) expect(findings[i]).toContain(said);
      expect((await tallied({ sv: text }, readers, { sender })).findings).toEqual([]);
    },
  );

  it('without a way out in a language that nobody reads today (SM-10)', async () => {
    const { findings } = await tallied({ sv: '{{ opt_out }}', da: 'Dav' }, [reader('Bo')], {
      adds: false,
    });
    expect(findings).toEqual([expect.stringMatching(/^ERROR WAY_OUT_MISSING da: the text has/)]);
  });

  it('needs no way out where nobody can leave', async () => {
    const { findings } = await tallied({ sv: 'Hej' }, [reader('Bo')], {
      adds: false,
      exempt: true,
    });
    expect(findings).toEqual([]);
  });

  it('that is empty for some, or that can not be filled', async () => {
    const exempt = { exempt: true };
    const empty = '{% if contact.name != "Bo" %}Hej{% endif %}';
    expect((await tallied({ sv: empty }, [reader('Bo'), reader('Åsa')], exempt)).findings).toEqual([
      'ERROR TEXT_REFUSED sv: for 1 of 2 recipients of this text there is nothing in it',
    ]);
    const endless =
      '{% for a in (1..1000) %}{% for b in (1..1000) %}{{ b }}{% endfor %}{% endfor %}';
    expect((await tallied({ sv: endless }, [reader('Bo')])).findings).toEqual([
      expect.stringMatching(/^ERROR TEXT_REFUSED sv: it can not be filled: .*Liquid/),
    ]);
  });
});
