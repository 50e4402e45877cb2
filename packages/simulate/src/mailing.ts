import { type Ask, expectType, Failure } from '@adieu/cli';
import type { ReadSetting } from './read-setting.ts';

const CREATE = `mutation CreateSimulated($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    __typename
    ... on Problem { message }
    ... on CampaignTextRefused { problems { language part line message } }
    ... on CampaignCreated { campaign { id } }
  }
}`;
const SEND = `mutation SendSimulated($input: SendCampaignInput!) {
  sendCampaign(input: $input) {
    __typename
    ... on Problem { message }
    ... on CampaignCheckFailed { findings { level message fix } }
  }
}`;

interface Created {
  readonly __typename: string;
  readonly campaign: { readonly id: string };
  readonly problems?: readonly { part: string; line: number | null; message: string }[];
}
interface Sent {
  readonly __typename: string;
  readonly findings?: readonly { level: string; message: string; fix: string }[];
}

/** Creates the n-th mailing and sends it, as a campaigner does; gives its id. Fails with what is wrong with the mail. */
export async function sendMailing(
  ask: Ask,
  bookId: string,
  setting: ReadSetting,
  n: number,
): Promise<string> {
  return send(ask, {
    addressBookId: bookId,
    name: `${setting.name}, mailing ${n}`,
    subject: [{ language: 'en', text: setting.campaign.subject }],
    mjml: [{ language: 'en', text: setting.content }],
  });
}

/** The same by SMS. */
export async function sendSmsMailing(
  ask: Ask,
  bookId: string,
  { name, text }: { readonly name: string; readonly text: string },
  n: number,
): Promise<string> {
  return send(ask, {
    addressBookId: bookId,
    channel: 'SMS',
    name: `${name}, mailing ${n} by SMS`,
    text: [{ language: 'sv', text }],
  });
}

async function send(ask: Ask, input: object): Promise<string> {
  const { createCampaign } = await ask<{ createCampaign: Created }>(CREATE, { input });
  if (createCampaign.problems !== undefined)
    refuse(createCampaign.problems.map(({ part, line, message }) => place(part, line) + message));
  const { id } = expectType(createCampaign, 'CampaignCreated').campaign;
  const { sendCampaign } = await ask<{ sendCampaign: Sent }>(SEND, { input: { id } });
  if (sendCampaign.findings !== undefined)
    refuse(
      sendCampaign.findings
        .filter(({ level }) => level === 'ERROR')
        .map(({ message, fix }) => `${message}. ${fix}`),
    );
  expectType(sendCampaign, 'CampaignSent');
  return id;
}

const place = (part: string, line: number | null): string =>
  `${part}${line === null ? '' : `, line ${line}`}: `;

function refuse(reasons: readonly string[]): never {
  throw new Failure(
    `the campaign can not be sent:\n${reasons.map((each) => `  ${each}`).join('\n')}`,
  );
}
