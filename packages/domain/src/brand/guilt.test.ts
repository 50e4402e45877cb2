import { describe, expect, it } from 'vitest';
import { findGuilt } from './guilt.ts';

describe('words that make one feel guilty (C9, P-11)', () => {
  it.each([
    ['en', 'We are SORRY to see you go', 'SORRY'],
    ['en', 'Are you sure you want this?', 'sure you'],
    ['sv', 'Är du säker på det?', 'säker på'],
    ['sv', 'Tråkigt att du går', 'Tråkigt'],
    ['de', 'Wie schade!', 'schade'],
    ['da', 'Er du sikker på det?', 'sikker på'],
    ['da', 'Du går glip af meget', 'går glip'],
    ['cs', 'Opravdu chcete odejít?', 'Opravdu'],
    ['cs', 'To nás mrzí.', 'mrzí'],
    ['cs', 'Jsme smutní', 'smutní'],
  ] as const)('in %s: %s', (language, text, word) => {
    expect(findGuilt(text, language)).toBe(word);
  });

  it.each([
    ['en', 'The Sadler’s Wells programme'],
    ['sv', 'Missan är en tidning'],
    ['de', 'Schadensmeldung'],
    ['cs', 'Škodovka'],
    ['sv', 'Wirklich'],
  ] as const)('are not found inside others, nor in another language (%s: %s)', (language, text) => {
    expect(findGuilt(text, language)).toBeNull();
  });
});
