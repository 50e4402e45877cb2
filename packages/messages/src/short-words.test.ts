import { expect, it } from 'vitest';
import { PAGE_MESSAGES } from './pages/index.ts';
import { withShortWordsHeld } from './short-words.ts';

it.each([
  ['žádosti o odhlášení', 'žádosti o\u00a0odhlášení'],
  ['V e-mailu a v „Akcích“', 'V\u00a0e-mailu a\u00a0v\u00a0„Akcích“'],
  ['Nebo změnit nastavení', 'Nebo změnit nastavení'],
  ['čeká na vás', 'čeká na vás'],
])('no Czech line ends with a word of one letter: %s (P-11)', (text, held) => {
  expect(withShortWordsHeld(text)).toBe(held);
});

it('holds in texts with blanks, and in those that stand deeper (P-11)', () => {
  const { notYou, channels } = PAGE_MESSAGES.cs;
  expect(notYou('1. 12.')).toContain('a\u00a0platnost');
  expect(withShortWordsHeld({ channels: { SMS: 's SMS' } }).channels.SMS).toBe('s\u00a0SMS');
  expect(channels.EMAIL).toBe('e-mailem');
});
