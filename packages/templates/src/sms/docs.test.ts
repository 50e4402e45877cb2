import { readFileSync } from 'node:fs';
import { CONFIRM_WORDS, type Language, LANGUAGES, STOP_ALL_WORDS, STOP_WORDS } from '@adieu/domain';
import { SMS_MESSAGES } from '@adieu/messages';
import { describe, expect, it } from 'vitest';
import { countSms } from './count-parts.ts';

const docs = readFileSync(new URL('../../../../docs/sms.md', import.meta.url), 'utf8');
const chapter = /^## Costs and parts$([^]*?)(?=^## )/m.exec(docs)![1]!;
const said = (pattern: RegExp): string => {
  const found = pattern.exec(chapter)?.[1];
  if (found === undefined) throw new Error(`docs/sms.md no longer says ${pattern}`);
  return found;
};
const letters = (text: string): string[] => text.split(' ').filter((each) => /^\S$/u.test(each));

describe('what docs/sms.md says of costs', () => {
  it.each([
    ['GSM-7', 'a', /one part holds (\d+) characters/, /or (\d+) each of several/],
    ['UCS-2', 'ж', /where a part holds (\d+), or/, /where a part holds \d+, or (\d+)/],
  ] as const)(
    'is how %s is counted: so many in one part, so many in each of two',
    (encoding, letter, one, each) => {
      const [alone, joined] = [Number(said(one)), Number(said(each))];
      const parts = (length: number) => {
        const counted = countSms(letter.repeat(length));
        expect(counted.encoding).toBe(encoding);
        return counted.parts;
      };
      expect([alone, alone + 1, 2 * joined, 2 * joined + 1].map(parts)).toEqual([1, 2, 2, 3]);
    },
  );

  it('names letters that cost nothing more, those that do, and those that take two places', () => {
    const cheap = letters(said(/^- (å .+) are in GSM-7;/m));
    const dear = letters(said(/most letters of Czech \((.+?)\) are not/));
    const signs = letters(said(/nor are (.+) and emoji/));
    const double = letters(said(/^- `(.+)` are in it and take two places/m));
    expect([cheap.length, dear.length, signs.length, double.length]).toEqual([8, 7, 4, 9]);
    for (const letter of cheap)
      expect(countSms(letter), letter).toMatchObject({ encoding: 'GSM-7', characters: 1 });
    for (const letter of [...dear, ...signs, '🙂'])
      expect(countSms(letter), letter).toMatchObject({ encoding: 'UCS-2', forcedBy: letter });
    for (const letter of double)
      expect(countSms(letter), letter).toMatchObject({ encoding: 'GSM-7', characters: 2 });
  });

  it('shows what the preview offers', () => {
    const [, dear, cheap] = /\(`(.+)` as `(.+)`\)/.exec(chapter)!;
    expect(countSms(dear!)).toMatchObject({ encoding: 'UCS-2', replacement: cheap });
  });

  it.each(LANGUAGES)(
    'is kept by our own texts: one part of GSM-7 each in %s',
    (language: Language) => {
      const { left, blocked, reverted, prompt, joined, help, test } = SMS_MESSAGES[language];
      const [confirm, stop] = [CONFIRM_WORDS[language], STOP_WORDS[language]];
      const texts = [
        left('Nordlys', 'Rosor'),
        left('Nordlys', null),
        blocked('Nordlys', 'Rosor', '72080'),
        reverted('Nordlys', 'Rosor'),
        prompt('Nordlys', 'Rosor', { confirm, stop }),
        joined('Nordlys', 'Rosor', stop),
        help('Nordlys', { stop, all: STOP_ALL_WORDS[language] }, 'kund@nordlys.example.test'),
        test('Nordlys'),
      ];
      for (const text of texts)
        expect(countSms(text), text).toMatchObject({ encoding: 'GSM-7', parts: 1 });
    },
  );
});
