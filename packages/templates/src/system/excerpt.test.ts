import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

const unsubscribeUrl = 'https://leave.example.test/u/x';
const of = (text: string, hasLink = true) => excerpt(text, { unsubscribeUrl, hasLink });

describe('the beginning of a text', () => {
  it.each([
    ['', []],
    ['One line', [['One line']]],
    [
      `UNSUBSCRIBE <${unsubscribeUrl}>\n\nHello\n  you  \r\n\r\n\n\nMore`,
      [['Hello', 'you'], ['More']],
    ],
    [`Hello\nSubscribe again <${unsubscribeUrl}>\nyou`, [['Hello', 'you']]],
  ])('%j: %j', (text, paragraphs) => {
    expect(of(text)).toEqual(paragraphs);
  });

  it('is cut between words, shorter where the whole is behind a link', () => {
    const text = `${'word '.repeat(100)}\n\n${'more '.repeat(400)}\n\nend`;
    for (const [hasLink, most] of [
      [true, 280],
      [false, 1_200],
    ] as const) {
      const whole = of(text, hasLink).flat().join(' ');
      expect(whole).toMatch(/ (?:word|more) …$/);
      expect(whole.length).toBeLessThanOrEqual(most + 2);
      expect(whole.length).toBeGreaterThan(most - 10);
    }
  });
});
