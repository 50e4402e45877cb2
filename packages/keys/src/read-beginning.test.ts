import { describe, expect, it } from 'vitest';
import { readBeginning } from './read-beginning.ts';

const LEAST = {
  organisation: ' Nordlys AB ',
  senderAddress: 'News@Nordlys.example.test',
  memberName: 'Eva',
  memberAddress: 'Eva@nordlys.example.test',
};

describe('what somebody types who begins', () => {
  it('needs little: the rest follows', () => {
    expect(readBeginning(LEAST)).toEqual({
      organisation: 'Nordlys AB',
      account: {
        name: 'Nordlys AB',
        country: null,
        timeZone: null,
        defaultLanguage: 'en',
        sender: { name: 'Nordlys AB', address: 'news@nordlys.example.test' },
      },
      book: { name: 'Newsletter', rule: 'MARKETING' },
      member: { name: 'Eva', email: 'eva@nordlys.example.test', language: 'en' },
    });
  });

  it('is taken in each part, in its normal form', () => {
    const all = {
      ...LEAST,
      account: 'Butik',
      country: 'se',
      timeZone: 'Europe/Stockholm',
      language: 'sv',
      senderName: 'Nordlys',
      book: 'Personal',
      rule: 'SERVICE_REVIEW',
    };
    expect(readBeginning(all)).toMatchObject({
      account: { name: 'Butik', country: 'SE', sender: { name: 'Nordlys' } },
      book: { name: 'Personal', rule: 'SERVICE_REVIEW' },
      member: { language: 'sv' },
    });
  });

  it.each([
    ['NO', null, 'Europe/Oslo'],
    ['SE', '', 'Europe/Stockholm'],
    ['ES', 'Atlantic/Canary', 'Atlantic/Canary'],
  ])('counts by the clocks of %s where no zone is named', (country, timeZone, zone) => {
    expect(readBeginning({ ...LEAST, country, timeZone })).toMatchObject({
      account: { timeZone: zone },
    });
  });

  it.each([
    [{ organisation: ' ' }, ['organisation']],
    [{ account: 'x'.repeat(201) }, ['account']],
    [{ country: 'ES' }, ['timeZone']],
    [
      { organisation: '', senderAddress: '', memberName: '' },
      ['organisation', 'senderAddress', 'memberName'],
    ],
    [{ country: 'Sweden' }, ['country']],
    [{ timeZone: '+02:00' }, ['timeZone']],
    [{ language: 'tlh' }, ['language']],
    [{ senderName: 'a\r\nBcc: x' }, ['senderName']],
    [{ senderAddress: 'nobody' }, ['senderAddress']],
    [{ senderAddress: 'björn@example.test' }, ['senderAddress']],
    [{ book: 'a\0b' }, ['book']],
    [{ rule: 'STAY' }, ['rule']],
    [{ memberName: '' }, ['memberName']],
    [{ memberAddress: 'eva' }, ['memberAddress']],
    [{ memberAddress: 'eva', rule: 'x' }, ['rule', 'memberAddress']],
  ])('is refused by field: %o', (change, wrong) => {
    expect(readBeginning({ ...LEAST, ...change })).toEqual({ wrong });
  });
});
