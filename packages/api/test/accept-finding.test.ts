import { afterAll, beforeAll, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let campaignId: string;
beforeAll(async () => {
  house = await openHouse();
  const { data } = await house.ask<{ createCampaign: { campaign: { id: string } } }>(
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignCreated { campaign { id } } } }',
    {
      input: {
        addressBookId: toId('book', house.org.newsletterId),
        name: 'Spring',
        subject: [{ language: 'en', text: 'Hello' }],
        html: [{ language: 'en', text: '<a href="https://nordlys.se/">click here</a>' }],
      },
    },
  );
  campaignId = data.createCampaign.campaign.id;
});
afterAll(() => house?.close());

interface Shown {
  id: string;
  level: string;
  code: string;
  accepted: { reason: string; by: string; at: string } | null;
}
const FINDING = 'id level code accepted { reason by at }';

async function find(code: string): Promise<Shown> {
  const { data } = await house.ask<{ checkCampaign: { findings: Shown[] } }>(
    `mutation ($id: ID!) { checkCampaign(id: $id) { findings { ${FINDING} } } }`,
    { id: campaignId },
  );
  return data.checkCampaign.findings.find((each) => each.code === code)!;
}

async function accept(findingId: string, reason: string, key?: string) {
  const { data } = await house.ask<{ acceptFinding: { finding?: Shown; code?: string } }>(
    `mutation ($input: AcceptFindingInput!) { acceptFinding(input: $input) {
       ... on FindingAccepted { finding { ${FINDING} } } ... on Problem { code }
     } }`,
    { input: { campaignId, findingId, reason } },
    key,
  );
  return data.acceptFinding;
}

it('a warning is accepted once, with who, when and why; an error never (X-4)', async () => {
  const warning = await find('LINK_TEXT_SAYS_NOTHING');
  expect(warning).toMatchObject({ level: 'WARNING', accepted: null });
  expect(await accept(warning.id, '  ')).toEqual({ code: 'REASON_REQUIRED' });
  expect(await accept('nothing', 'Why not.')).toEqual({ code: 'NOT_FOUND' });
  const error = await find('AUDIENCE_EMPTY');
  expect(await accept(error.id, 'We know.')).toEqual({ code: 'FINDING_IS_ERROR' });
  const accepted = {
    ...warning,
    accepted: {
      reason: 'Our readers know it.',
      by: expect.any(String),
      at: house.now.toISOString(),
    },
  };
  expect(await accept(warning.id, 'Our readers know it.')).toEqual({ finding: accepted });
  expect(await accept(warning.id, 'Again.', house.org.campaignerKey)).toEqual({
    finding: accepted,
  });
  expect(await find('LINK_TEXT_SAYS_NOTHING')).toEqual(accepted);
  expect((await find('AUDIENCE_EMPTY')).accepted).toBeNull();
});
