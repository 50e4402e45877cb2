import { describe, expect, it } from 'vitest';
import { AUDIENCE_TESTS, comparedAs, isComparison, refuseCondition } from './audience-filter.ts';

describe('a condition on a field', () => {
  it.each([
    ['EQUALS', 'city', 'Malmö', null],
    ['NOT_EQUALS', 'city', 'Malmö', null],
    ['CONTAINS', 'city', 'mal', null],
    ['EXISTS', 'city', null, null],
    ['MISSING', 'city', null, null],
    ['GREATER', 'orders', '12.5', null],
    ['AT_LEAST', 'orders', '-3', null],
    ['LESS', 'born', '2008-01-31', null],
    ['AT_MOST', 'orders', '0', null],
    ['EQUALS', ' ', 'x', 'no-field'],
    ['EXISTS', '', null, 'no-field'],
    ['EQUALS', 'city', null, 'value-needed'],
    ['CONTAINS', 'city', ' ', 'value-needed'],
    ['GREATER', 'orders', null, 'value-needed'],
    ['MISSING', 'city', '', 'value-not-wanted'],
    ['EXISTS', 'city', 'x', 'value-not-wanted'],
    ['GREATER', 'city', 'Malmö', 'not-comparable'],
    ['LESS', 'orders', '1,5', 'not-comparable'],
    ['LESS', 'born', '31.01.2008', 'not-comparable'],
    ['EQUALS', 'x'.repeat(201), 'x', 'too-long'],
    ['EQUALS', 'city', 'x'.repeat(201), 'too-long'],
    ['EQUALS', 'city', 'x'.repeat(200), null],
  ] as const)('%s of %s with %s: %s', (is, field, value, refusal) => {
    expect(refuseCondition({ field, is, value })).toBe(refusal);
  });

  it.each([
    ['0', 'NUMBER'],
    ['-12.5', 'NUMBER'],
    ['2026-01-31', 'DAY'],
    ['2026-13-01', null],
    ['2026-01-31T10:00', null],
    ['1e9', null],
    ['NaN', null],
    ['1,5', null],
    ['', null],
  ])('compares “%s” as %s', (value, as) => {
    expect(comparedAs(value)).toBe(as);
  });

  it('is compared by four of the tests', () => {
    expect(AUDIENCE_TESTS.filter(isComparison)).toEqual(['GREATER', 'AT_LEAST', 'LESS', 'AT_MOST']);
  });
});
