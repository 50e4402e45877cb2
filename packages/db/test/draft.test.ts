import { emailContent } from '@adieu/domain';
import {
  createTestDatabase,
  releaseDraft,
  type Seed,
  seed,
  type TestDatabase,
} from '@adieu/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  campaignForSending,
  type ChosenAudience,
  changeDraft,
  createCampaign,
  deleteDraft,
  findCampaigns,
  releaseCampaign,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
let campaignId: string;
const now = new Date('2026-05-04T08:00:00.000Z');
const spring = emailContent({ subject: { en: 'Spring' }, html: { en: '<p>x</p>' } });
const summer = emailContent({ subject: { en: 'Summer' }, html: { en: '<p>y</p>' } });
const audience: ChosenAudience = {
  where: [],
  anyOf: [],
  languages: ['sv'],
  topics: null,
  exceptBooks: [],
  exceptCampaigns: [],
  exceptAddresses: [Buffer.alloc(32, 1)],
  onlyAddresses: null,
};

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  const made = await createCampaign(test.db.sql, {
    organisationId: org.organisationId,
    addressBookId: org.newsletterId,
    topicId: null,
    name: 'Spring',
    content: spring,
    audience,
    createdBy: 'test',
  });
  campaignId = (made as { campaignId: string }).campaignId;
  return () => test.close();
});

const draft = () => ({ organisationId: org.organisationId, campaignId });
const rowOf = async () =>
  (await findCampaigns(test.db.sql, org.organisationId, [campaignId]))[0] ?? null;
const addresses = async (): Promise<number> =>
  (await test.db.sql.rows('SELECT 1 FROM campaign_address WHERE campaign_id = $1', [campaignId]))
    .length;

describe('a draft', () => {
  it('changes in what is given, and stays as it is in the rest', async () => {
    expect(await changeDraft(test.db.sql, draft(), { name: 'Summer' })).toEqual({ changed: true });
    expect(await rowOf()).toMatchObject({ name: 'Summer', content: spring });
    await changeDraft(test.db.sql, draft(), { content: { before: spring, after: summer } });
    expect(await rowOf()).toMatchObject({
      name: 'Summer',
      content: summer,
      attribution: 'FILTERED',
    });
    expect(await addresses()).toBe(1);
  });

  it('keeps what one author changed where another made theirs of what it said before', async () => {
    const autumn = { ...spring, subject: { en: 'Autumn' } };
    const winter = { ...spring, html: { en: '<p>z</p>' } };
    await changeDraft(test.db.sql, draft(), { content: { before: spring, after: autumn } });
    const second = { name: 'Winter', content: { before: spring, after: winter } };
    expect(await changeDraft(test.db.sql, draft(), second)).toEqual({ refused: 'changed' });
    expect(await rowOf()).toMatchObject({ name: 'Spring', content: autumn });
  });

  it('takes another audience instead of the one before, or the whole book', async () => {
    const other = { ...audience, languages: ['de'], exceptAddresses: [] };
    await changeDraft(test.db.sql, draft(), { audience: other });
    expect((await rowOf())?.audience).toEqual({ languages: ['de'] });
    expect(await addresses()).toBe(0);
    await changeDraft(test.db.sql, draft(), { audience: null });
    expect(await rowOf()).toMatchObject({ audience: null, attribution: 'BOOK' });
  });

  it('whose new audience can not be chosen stays as it was, name and all', async () => {
    const refused = await changeDraft(test.db.sql, draft(), {
      name: 'Summer',
      audience: { ...audience, topics: [org.organisationId] },
    });
    expect(refused).toEqual({ refused: 'audience-topic-not-found' });
    expect(await rowOf()).toMatchObject({ name: 'Spring', audience: { languages: ['sv'] } });
  });

  it('is deleted with whom it named', async () => {
    expect(await deleteDraft(test.db.sql, draft())).toEqual({ deleted: true });
    expect(await rowOf()).toBeNull();
    expect(await deleteDraft(test.db.sql, draft())).toEqual({ refused: 'not-found' });
  });

  it('of another organisation is not found', async () => {
    const other = {
      ...draft(),
      organisationId: (await seed(test.db, { name: 'Other' })).organisationId,
    };
    expect(await changeDraft(test.db.sql, other, { name: 'x' })).toEqual({ refused: 'not-found' });
    expect(await deleteDraft(test.db.sql, other)).toEqual({ refused: 'not-found' });
  });
});

describe('a campaign that was released', () => {
  const release = () => test.db.transaction((sql) => releaseDraft(sql, { ...draft(), now }));

  it('is neither changed nor deleted', async () => {
    await release();
    expect(
      await changeDraft(test.db.sql, draft(), { content: { before: spring, after: summer } }),
    ).toEqual({
      refused: 'already-released',
    });
    expect(await deleteDraft(test.db.sql, draft())).toEqual({ refused: 'already-released' });
    expect(await rowOf()).toMatchObject({ content: spring, state: 'SENDING' });
  });

  it('keeps what it was compiled into', async () => {
    await release();
    const kept = (await campaignForSending(test.db.sql, campaignId))?.compiled;
    expect(kept).toMatchObject({
      channel: 'EMAIL',
      fallback: 'en',
      variants: [{ language: 'en' }],
    });
  });

  it('is not released as what its draft said before it was changed', async () => {
    await release();
    const { compiled } = (await campaignForSending(test.db.sql, campaignId))!;
    const made = await createCampaign(test.db.sql, {
      organisationId: org.organisationId,
      addressBookId: org.newsletterId,
      topicId: null,
      name: 'Summer',
      content: summer,
      createdBy: 'test',
    });
    const late = { ...draft(), campaignId: (made as { campaignId: string }).campaignId, now };
    const released = await test.db.transaction((sql) =>
      releaseCampaign(sql, { ...late, content: spring, compiled: compiled! }),
    );
    expect(released).toEqual({ refused: 'changed' });
  });
});
