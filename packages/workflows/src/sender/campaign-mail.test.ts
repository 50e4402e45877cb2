import type { CampaignForSending } from '@adieu/db';
import { createKeyRing } from '@adieu/keys';
import { compileCampaign } from '@adieu/templates';
import { describe, expect, it } from 'vitest';
import { campaignMail } from './campaign-mail.ts';

const campaign: CampaignForSending = {
  campaignId: 'c',
  state: 'SENDING',
  name: 'Fire drill',
  subject: { en: 'Fire drill' },
  mjml: {
    en: '<mjml><mj-body><mj-section><mj-column><mj-text>At ten</mj-text></mj-column></mj-section></mj-body></mjml>',
  },
  organisationName: 'Nordlys',
  accountId: 'a',
  accountName: 'Nordlys Shop',
  senderAddress: 'Nordlys <staff@nordlys.example.test>',
  defaultLanguage: 'en',
  addressBookId: 'b',
  addressBookName: 'Staff information',
  purpose: 'SERVICE',
  exempt: false,
  topicId: null,
  topicName: null,
};

async function mailOf(more: Partial<CampaignForSending>): Promise<string> {
  const compiled = await compileCampaign({ ...campaign, ...more });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const links = { publicUrl: 'https://leave.example.test', mailDomain: 'leave.example.test' };
  const { raw } = campaignMail(
    { ring: createKeyRing(), links },
    { ...campaign, ...more },
    compiled.campaign,
    {
      messageId: '01890a5d-ac96-774b-bcce-b302099a8057',
      attempts: 1,
      address: 'anna@example.test',
      language: 'en',
      fields: {},
    },
    new Date('2026-05-04T08:00:00Z'),
  );
  return raw.toString();
}

describe('the headers of a mail', () => {
  it.each([
    [{}, true],
    [{ purpose: 'MARKETING' }, true],
    [{ exempt: true }, false],
    [{ purpose: 'TRANSACTIONAL' }, false],
  ] as const)('of %o offer one click: %s (H-1, H-11, A1)', async (more, offered) => {
    expect((await mailOf(more)).includes('List-Unsubscribe-Post:')).toBe(offered);
  });
});
