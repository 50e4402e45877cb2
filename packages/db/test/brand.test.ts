import type { Brand } from '@adieu/domain';
import {
  createTestDatabase,
  SAMPLE_BRAND,
  SAMPLE_LOGO,
  type Seed,
  seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  brandsOf,
  dataLinkForMail,
  findBrandImage,
  ownReasons,
  setBrand,
  setOwnReasons,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');

beforeAll(async () => {
  test = await createTestDatabase();
});
beforeEach(async () => {
  org = await seed(test.db);
});
afterAll(() => test.close());

type Logo = Parameters<typeof setBrand>[1]['logo'];

function set(
  brand: Omit<Brand, 'logoAlt'> = SAMPLE_BRAND,
  logo: Logo = null,
  accountId = org.accountId,
) {
  const { organisationId } = org;
  return test.db.transaction((sql) =>
    setBrand(sql, { organisationId, accountId, brand, logo, by: 'Eva', now }),
  );
}
const inForce = async () => (await brandsOf(test.db.sql, [org.accountId]))[0];

describe('the brand of an account', () => {
  it('is the house’s until one is set, then the latest version, and earlier ones stay', async () => {
    expect(await inForce()).toBeUndefined();
    expect(await set()).toEqual({ refused: null, version: 1 });
    expect(await set({ ...SAMPLE_BRAND, displayName: null, light: null })).toEqual({
      refused: null,
      version: 2,
    });
    expect(await inForce()).toEqual({
      ...SAMPLE_BRAND,
      displayName: null,
      light: null,
      accountId: org.accountId,
      version: 2,
      logo: null,
      logoAlt: null,
      createdAt: now,
      createdBy: 'Eva',
    });
    const [rows] = await test.db.sql.rows<{ names: string[] }>(
      'SELECT array_agg(display_name ORDER BY version) AS names FROM account_brand WHERE account_id = $1',
      [org.accountId],
    );
    expect(rows).toEqual({ names: ['Nordlys', null] });
  });

  it('keeps a logo once by its hash, and takes it up again by that', async () => {
    await set(SAMPLE_BRAND, { content: SAMPLE_LOGO, alt: 'Waves' });
    const { logo, logoAlt } = (await inForce())!;
    expect({ logo, logoAlt }).toEqual({
      logo: { sha256: logo!.sha256, mediaType: 'image/png', width: 120, height: 40 },
      logoAlt: 'Waves',
    });
    expect(await findBrandImage(test.db.sql, logo!.sha256)).toEqual({
      mediaType: 'image/png',
      content: SAMPLE_LOGO,
    });
    await set();
    expect((await inForce())!.logo).toBeNull();
    await set(SAMPLE_BRAND, { sha256: logo!.sha256, alt: '' });
    expect((await inForce())!.logo).toEqual(logo);
    await set(SAMPLE_BRAND, { content: SAMPLE_LOGO, alt: '' });
    const [row] = await test.db.sql.rows(
      'SELECT count(*)::int AS n FROM brand_image WHERE account_id = $1',
      [org.accountId],
    );
    expect(row).toEqual({ n: 1 });
    expect(await findBrandImage(test.db.sql, '00'.repeat(32))).toBeNull();
  });

  it.each<[string, Omit<Brand, 'logoAlt'>, Logo, object]>([
    [
      'colours that are too faint',
      { ...SAMPLE_BRAND, light: { ...SAMPLE_BRAND.light!, onAccent: '#8a50f0' } },
      null,
      { refused: 'contrast-too-low' },
    ],
    [
      'a file that is no picture',
      SAMPLE_BRAND,
      { content: Buffer.from('<svg/>'), alt: '' },
      { refused: 'unknown-type', field: 'logo.content' },
    ],
    [
      'a logo that nobody uploaded',
      SAMPLE_BRAND,
      { sha256: 'ab'.repeat(32), alt: '' },
      { refused: 'no-such-logo' },
    ],
  ])('refuses %s, and writes nothing', async (_what, brand, logo, refusal) => {
    expect(await set(brand, logo)).toMatchObject(refusal);
    expect(await inForce()).toBeUndefined();
  });

  it('refuses the logo of another account, and an account of another organisation', async () => {
    await set(SAMPLE_BRAND, { content: SAMPLE_LOGO, alt: '' });
    const { sha256 } = (await inForce())!.logo!;
    const other = await seed(test.db, { name: 'Somebody else' });
    expect(await set(SAMPLE_BRAND, null, other.accountId)).toEqual({ refused: 'not-found' });
    const theirs = await test.db.transaction((sql) =>
      setBrand(sql, {
        organisationId: other.organisationId,
        accountId: other.accountId,
        brand: SAMPLE_BRAND,
        logo: { sha256, alt: '' },
        by: 'Ole',
        now,
      }),
    );
    expect(theirs).toEqual({ refused: 'no-such-logo' });
  });

  it('gets a version of its own for each of two admins who save at once', async () => {
    const done = await Promise.all([set(), set(), set()]);
    const versions = done.map((each) => ('version' in each ? each.version : 0));
    expect(new Set(versions)).toEqual(new Set([1, 2, 3]));
  });
});

describe('a mail of ours to a recipient', () => {
  it('names who answers for it as the brand in force says, line by line', async () => {
    const imprint = async () => {
      const [row] = await test.db.sql.rows<{ id: string }>(
        `INSERT INTO data_link (recipient_id, account_id, language, asked_at, expires_at)
         SELECT id, $2, 'en', $3, $3 FROM recipient WHERE organisation_id = $1 LIMIT 1 RETURNING id`,
        [org.organisationId, org.accountId, now],
      );
      return (await dataLinkForMail(test.db.sql, row!.id))!.imprint;
    };
    await seedContacts(test.db, org, { count: 1 });
    expect(await imprint()).toEqual([]);
    await set();
    await set({ ...SAMPLE_BRAND, displayName: 'Nordlys Norr' });
    expect(await imprint()).toEqual([
      'Nordlys Norr',
      'Nordlys AS',
      'Storgata 1',
      '9008 Tromsø',
      '+47 77 00 00 00',
    ]);
    await set({
      ...SAMPLE_BRAND,
      displayName: null,
      imprint: { postalAddress: null, contact: null, imprintUrl: null, privacyUrl: null },
    });
    expect(await imprint()).toEqual([]);
  });
});

describe('the database itself, whoever writes', () => {
  const insert = (change: object): Promise<unknown> => {
    const row = { light: SAMPLE_BRAND.light, display_name: 'X', logo_alt: null, ...change };
    return test.db.sql.rows(
      `INSERT INTO account_brand (account_id, version, display_name, light, logo_alt, imprint, texts, created_at, created_by)
       VALUES ($1, 9, $2, $3, $4, '{}', '{}', now(), 'raw')`,
      [org.accountId, row.display_name, JSON.stringify(row.light), row.logo_alt],
    );
  };

  it('takes what is good, so that the bad below is bad for one reason', async () => {
    await expect(insert({})).resolves.toEqual([]);
  });

  it.each([
    ['a colour that closes the stylesheet', { ...SAMPLE_BRAND.light, text: '#fff}</style>' }],
    ['a colour with a line behind it', { ...SAMPLE_BRAND.light, text: '#ffffff\n' }],
    ['a colour that is a number', { ...SAMPLE_BRAND.light, text: 0 }],
    ['a colour of no use', { ...SAMPLE_BRAND.light, button: '#ffffff' }],
    ['four colours', { ...SAMPLE_BRAND.light, text: undefined }],
    ['a list', []],
    ['a text', 'red'],
  ])('refuses %s', async (_what, light) => {
    await expect(insert({ light })).rejects.toThrow(/violates check constraint/);
  });

  it('refuses words for a logo that is not there, and to change or forget a version or a picture', async () => {
    await expect(insert({ logo_alt: 'Waves' })).rejects.toThrow(/violates check constraint/);
    await set(SAMPLE_BRAND, { content: SAMPLE_LOGO, alt: '' });
    for (const statement of [
      "UPDATE account_brand SET display_name = 'Y'",
      'DELETE FROM account_brand',
      'TRUNCATE account_brand CASCADE',
      "UPDATE brand_image SET media_type = 'image/webp'",
      'DELETE FROM brand_image',
      'TRUNCATE brand_image CASCADE',
    ])
      await expect(test.db.sql.rows(statement)).rejects.toThrow(/append-only/);
  });

  it.each([
    ['more than 50 kB', Buffer.alloc(50_001), 'image/png', 100],
    ['an SVG', SAMPLE_LOGO, 'image/svg+xml', 100],
    ['a pixel', SAMPLE_LOGO, 'image/png', 1],
    ['other bytes than its hash says', Buffer.from('other'), 'image/png', 100],
  ])('refuses a picture: %s', async (_what, content, mediaType, width) => {
    const written = test.db.sql.rows(
      `INSERT INTO brand_image (account_id, sha256, media_type, width, height, content, uploaded_at, uploaded_by)
       VALUES ($1, sha256($2), $3, $4, 100, $5, now(), 'raw')`,
      [org.accountId, content.length > 10_000 ? content : SAMPLE_LOGO, mediaType, width, content],
    );
    await expect(written).rejects.toThrow(/violates check constraint/);
  });
});

describe('an account’s own reasons (F4)', () => {
  const setReasons = (
    reasons: Parameters<typeof setOwnReasons>[1]['reasons'],
    accountId = org.accountId,
  ) =>
    test.db.transaction((sql) =>
      setOwnReasons(sql, { organisationId: org.organisationId, accountId, reasons, now }),
    );
  const list = () => ownReasons(test.db.sql, org.accountId);
  const DEAR = { key: 'TOO_DEAR', texts: { en: 'Too dear', sv: 'För dyrt' } };
  const MOVED = { key: 'MOVED', texts: { en: 'I moved', sv: 'Jag flyttade' } };

  it('stand in the order given; one that says the same stays the same, another wording is another under the key', async () => {
    expect(await setReasons([DEAR, MOVED])).toEqual({ refused: null });
    const [dear, moved] = await list();
    expect([dear, moved]).toMatchObject([DEAR, MOVED]);
    const worded = { ...DEAR, texts: { ...DEAR.texts, en: 'It costs too much' } };
    await setReasons([MOVED, worded]);
    const again = await list();
    expect(again).toMatchObject([MOVED, worded]);
    expect(again[0]!.id).toBe(moved!.id);
    expect(again[1]!.id).not.toBe(dear!.id);
    await setReasons([]);
    expect(await list()).toEqual([]);
  });

  it('are refused, and the list stays', async () => {
    await setReasons([DEAR]);
    expect(await setReasons([{ key: 'A', texts: { en: 'How sad' } }])).toEqual({
      refused: 'guilt-tripping',
      key: 'A',
      word: 'sad',
    });
    const other = await seed(test.db, { name: 'Somebody else' });
    expect(await setReasons([DEAR], other.accountId)).toEqual({ refused: 'not-found' });
    expect(await list()).toMatchObject([DEAR]);
  });

  it.each([
    ['the same key twice', 'TOO_DEAR', /unique/],
    ['a key that is none', 'too dear', /reason_key/],
  ])('are refused by the database for %s', async (_what, key, because) => {
    await setReasons([DEAR]);
    const written = test.db.sql.rows(
      "INSERT INTO leave_reason (account_id, key, position, texts) VALUES ($1, $2, 1, '{}')",
      [org.accountId, key],
    );
    await expect(written).rejects.toThrow(because);
  });
});
