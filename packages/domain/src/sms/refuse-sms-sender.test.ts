import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../regime/time-zone.ts';
import { REGIMES } from '../regime/regimes.ts';
import {
  atHome,
  namesStopWord,
  needsNoReplyNotice,
  type SmsSender,
  smsSenderFindings,
  SMS_SENDER_FINDINGS,
  wayOutFinding,
} from './refuse-sms-sender.ts';
import { SENDER_LANDS, textSenderRule } from './sender-lands.ts';

const at = (text: string): Date => new Date(text);
const text = (address: string, countries: readonly string[] = []): SmsSender => ({
  kind: 'TEXT',
  address,
  keyword: '',
  countries,
});

describe('a text as sender in a country (SM-15)', () => {
  it.each([
    ['US', '2026-12-01T00:00:00Z', 'FORBIDDEN'],
    ['CA', '2026-12-01T00:00:00Z', 'FORBIDDEN'],
    ['IN', '2026-12-01T00:00:00Z', 'REGISTERED'],
    ['GB', '2026-12-01T00:00:00Z', 'ADVISED'],
    ['AU', '2026-06-30T23:59:59Z', null],
    ['AU', '2026-07-01T00:00:00Z', 'REGISTERED'],
    ['ES', '2026-09-14T23:59:59Z', null],
    ['ES', '2026-09-15T00:00:00Z', 'REGISTERED'],
    ['SE', '2026-12-01T00:00:00Z', null],
  ] as const)('in %s at %s is %s', (country, day, rule) => {
    expect(textSenderRule(country, at(day))).toBe(rule);
  });

  it.each([
    [text('Nordlys'), 'SE', []],
    [text('Nordlys'), 'US', ['text-forbidden']],
    [text('Nordlys'), 'ES', ['text-not-registered']],
    [text('Nordlys'), 'AU', ['text-not-registered']],
    [text('Nordlys', ['ES']), 'AU', ['text-not-registered']],
    [text('Nordlys', ['ES', 'AU']), 'AU', []],
    [text('Nordlys', ['US']), 'US', ['text-forbidden']],
    [text('Nordlys'), 'GB', ['text-registration-advised']],
    [text('Nordlys', ['GB']), 'GB', []],
    [text('Åhléns'), 'SE', ['text-beyond-ascii']],
    [text('Åhléns'), 'ES', ['text-not-registered', 'text-beyond-ascii']],
  ] as const)('%j to %s has %j', (sender, country, findings) => {
    expect(smsSenderFindings(sender, country, at('2026-12-01T00:00:00Z'))).toEqual(findings);
  });

  it('has a day and a source for each land', () => {
    for (const { country, from, source } of SENDER_LANDS) {
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(from).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(source).toMatch(/\S/);
    }
    for (const { quietHours } of REGIMES)
      expect((quietHours?.timeZones ?? []).filter((zone) => !isTimeZone(zone))).toEqual([]);
  });
});

describe('a number and a short code as sender (SM-15)', () => {
  const day = at('2026-12-01T00:00:00Z');
  const code = { kind: 'SHORT_CODE', address: '72080', keyword: '', countries: [] } as const;

  it('a number may be sent from to every country', () => {
    const number = { kind: 'NUMBER', address: '+46701234567', keyword: '', countries: [] } as const;
    for (const country of ['SE', 'US', 'ES', 'IN'])
      expect(smsSenderFindings(number, country, day)).toEqual([]);
  });

  it('a short code works at home alone', () => {
    const swedish = atHome(code, { shortCodes: {}, country: 'SE' });
    expect(smsSenderFindings(swedish, 'SE', day)).toEqual([]);
    expect(smsSenderFindings(swedish, 'DK', day)).toEqual(['short-code-abroad']);
    const nordic = { ...code, countries: ['DK', 'SE'] };
    expect(smsSenderFindings(nordic, 'DK', day)).toEqual([]);
  });

  it.each([
    [{ SE: '72080' }, 'NO', ['SE']],
    [{ SE: '72999' }, 'NO', ['NO']],
    [{}, null, []],
  ])(
    'a short code of which nobody said it is at home by %j, of an account in %s, in %j',
    (...given) => {
      const [shortCodes, country, home] = given;
      expect(atHome<SmsSender>(code, { shortCodes, country }).countries).toEqual(home);
      expect(atHome<SmsSender>(text('Nordlys'), { shortCodes, country }).countries).toEqual([]);
    },
  );

  it.each(['DK', 'US'])(
    'a short code whose country nobody knows is refused in %s, as most of them would not arrive (SM-15)',
    (country) => {
      expect(smsSenderFindings(code, country, day)).toEqual(['short-code-of-no-country']);
      expect(SMS_SENDER_FINDINGS['short-code-of-no-country'].level).toBe('ERROR');
    },
  );
});

describe('a text without a way out (A2, SM-10)', () => {
  it.each([
    ['TEXT', false, false, 'way-out-missing'],
    ['NUMBER', false, false, 'way-out-is-no-answer'],
    ['SHORT_CODE', false, false, 'way-out-is-no-answer'],
    ['TEXT', true, false, null],
    ['TEXT', false, true, null],
    ['NUMBER', true, false, null],
    ['SHORT_CODE', false, true, null],
  ] as const)('from a %s, added %s, placed %s is %s', (kind, isAdded, isPlaced, finding) => {
    expect(wayOutFinding({ kind, keyword: '' }, { isAdded, isPlaced })).toBe(finding);
    if (finding !== null) expect(SMS_SENDER_FINDINGS[finding].level).toBe('ERROR');
  });

  it.each([
    ['Rea idag! Svara STOPP för att slippa', true],
    ['Reply Stop. to leave', true],
    ['Öppet nonstop i helgen', false],
    ['Hej!', false],
  ])('%j names a way out: %s', (said, names) => {
    expect(namesStopWord(said)).toBe(names);
  });

  it.each([
    ['TEXT', 'US', 'SE', true],
    ['TEXT', 'SE', 'US', true],
    ['TEXT', 'SE', 'SE', false],
    ['TEXT', null, null, false],
    ['NUMBER', 'US', 'US', false],
    ['SHORT_CODE', 'US', 'US', false],
  ] as const)(
    'from a %s to %s, of an account of %s: says that nobody reads the answers: %s (SM-10)',
    (kind, number, account, says) => {
      const day = at('2026-12-01T00:00:00Z');
      expect(needsNoReplyNotice({ kind }, { number, account }, day)).toBe(says);
    },
  );
});
