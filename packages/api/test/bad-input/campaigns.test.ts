import { toId } from '../../src/graphql/shared/ids.ts';
import { testBadInput } from './test-bad-input.ts';
import { ourAccount, contact, draft, sending } from './make.ts';
import { house, fresh, next, ask } from './world.ts';

let other: Promise<string> | undefined;
/** A campaign that none of the cases changes. */
const anotherDraft = (): Promise<string> => (other ??= draft());

const TEXTS = ['subject.text', 'mjml.text', 'html.text', 'text.text', 'partials.texts.text'];

/** Everything that a draft may say of itself, besides its book and name. */
const texts = async (): Promise<Record<string, unknown>> => ({
  subject: [
    { language: 'en', text: 'Hello' },
    { language: 'sv', text: 'Hej' },
  ],
  mjml: [{ language: 'en', text: '<mjml><mj-body></mj-body></mjml>' }],
  html: [{ language: 'sv', text: '<p>{{ unsubscribe }}</p>' }],
  text: [{ language: 'sv', text: 'Hej' }],
  partials: [{ name: 'footer', texts: [{ language: 'en', text: 'x' }] }],
  header: 'PLACED',
  identity: { postalAddress: 'Storgatan 1', onBehalfOf: 'Nordlys', marking: 'Ad' },
  audience: {
    where: [{ field: 'first_name', is: 'CONTAINS', value: 'e' }],
    anyOf: [{ field: 'first_name', is: 'EQUALS', value: 'Person 1' }],
    languages: ['en'],
    topics: [toId('topic', house.org.newsTopicId)],
    exceptBooks: [toId('book', house.org.staffId)],
    exceptCampaigns: [toId('campaign', await anotherDraft())],
    exceptAddresses: [fresh()],
    onlyAddresses: [fresh()],
  },
});

/** A draft with a warning. */
async function warned(): Promise<{ campaignId: string; findingId: string }> {
  const { data } = await house.ask<{ createCampaign: { campaign: { id: string } } }>(
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignCreated { campaign { id } } } }',
    {
      input: {
        addressBookId: toId('book', house.org.newsletterId),
        name: `Campaign ${next()}`,
        subject: [{ language: 'en', text: 'Hello' }],
        html: [{ language: 'en', text: '<a href="https://nordlys.se/">click here</a>' }],
      },
    },
  );
  const { id } = data.createCampaign.campaign;
  const checked = await house.ask<{ checkCampaign: { findings: { id: string; code: string }[] } }>(
    'mutation ($id: ID!) { checkCampaign(id: $id) { findings { id code } } }',
    { id },
  );
  const { findings } = checked.data.checkCampaign;
  const finding = findings.find(({ code }) => code === 'LINK_TEXT_SAYS_NOTHING');
  return { campaignId: id, findingId: finding!.id };
}

testBadInput('campaigns', {
  acceptFinding: { input: async () => ({ ...(await warned()), reason: 'Our readers know it.' }) },
  cancelCampaign: { input: async () => ({ id: await sending() }) },
  createCampaign: {
    input: async () => ({
      addressBookId: toId('book', house.org.newsletterId),
      topicId: toId('topic', house.org.newsTopicId),
      name: `Campaign ${next()}`,
      ...(await texts()),
    }),
    names: { accountId: 'addressBookId' },
    instead: { accountId: campaignByHand, recipients: campaignByHand },
    anyLength: TEXTS,
  },
  pauseCampaign: { input: async () => ({ id: await sending() }), makesNoRows: true },
  resumeCampaign: {
    input: async () => {
      const id = await sending();
      await ask('pauseCampaign', { id });
      return { id };
    },
  },
  updateCampaign: {
    input: async () => ({
      id: toId('campaign', await draft()),
      name: `Campaign ${next()}`,
      ...(await texts()),
    }),
    anyLength: TEXTS,
  },
  deleteCampaign: {
    input: async () => ({ id: toId('campaign', await draft()) }),
  },
  sendCampaign: {
    input: async () => ({ id: toId('campaign', await draft()) }),
  },
  sendTestMails: {
    input: async () => ({
      campaignId: toId('campaign', await draft()),
      to: [fresh()],
      contactId: await contact(),
      language: 'sv',
    }),
    instead: {
      contactAddress: async () => {
        const address = fresh();
        await ask('addContact', {
          addressBookId: toId('book', house.org.newsletterId),
          email: address,
        });
        return {
          campaignId: toId('campaign', await draft()),
          to: [fresh()],
          contactAddress: address,
        };
      },
    },
  },
  allowUnfilteredExport: {
    input: async () => ({
      addressBookId: toId('book', house.org.staffId),
      purpose: 'SERVICE',
      reason: `Fire drill ${next()}`,
      until: new Date(house.now.getTime() + 86_400_000).toISOString(),
    }),
  },
});

async function campaignByHand(): Promise<Record<string, unknown>> {
  return {
    ...ourAccount(),
    recipients: [fresh()],
    purpose: 'MARKETING',
    name: `By hand ${next()}`,
    subject: [{ language: 'en', text: 'Hello' }],
    mjml: [{ language: 'en', text: '<mjml><mj-body></mj-body></mjml>' }],
  };
}
