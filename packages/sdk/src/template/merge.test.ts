import { describe, expect, it } from 'vitest';
import { isAdieuError } from '../errors.ts';
import { mergeFor } from './merge.ts';

describe('merge fields (F5)', () => {
  const { contact } = mergeFor('en');

  it.each([
    [['first_name'], '{{ contact.first_name }}'],
    [['first_name', 'friend'], "{{ contact.first_name | default: 'friend' }}"],
    [['first_name', "o'clock"], '{{ contact.first_name | default: "o\'clock" }}'],
    [['first_name', ''], "{{ contact.first_name | default: '' }}"],
    [['Förnamn'], "{{ contact['Förnamn'] }}"],
    [['first name'], "{{ contact['first name'] }}"],
    [['2nd'], "{{ contact['2nd'] }}"],
  ] as [[string, string?], string][])('%j is the Liquid %s', ([field, fallback], liquid) => {
    expect(contact(field, fallback)).toBe(liquid);
  });

  it('refuse what Liquid could not hold, before anything is sent', () => {
    expect(() => contact('first_name', `"it's"`)).toThrow('both kinds of quotes');
    try {
      contact(`a'b"c`);
      expect.unreachable();
    } catch (error) {
      expect(isAdieuError(error)).toBe(true);
    }
  });
});
