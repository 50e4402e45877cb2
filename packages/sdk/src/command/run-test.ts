import type { Campaign } from '../campaign/define-campaign.ts';

export interface TestCommandOptions {
  readonly to: readonly string[];
  readonly as?: string;
  readonly language?: string;
}

/** Mails tests, and says whom the gate stopped; exit code 1 where nobody is written to. */
export async function runTest(
  campaign: Campaign,
  { to, as: contact, language }: TestCommandOptions,
): Promise<void> {
  const { queued, stopped } = await campaign.test({
    to,
    ...(contact !== undefined && { contact }),
    ...(language !== undefined && { language }),
  });
  for (const { address, why } of stopped) console.log(`not to ${address}: ${why}`);
  const { name, channel } = campaign.definition;
  const [one, more] = channel === 'SMS' ? ['test SMS', 'test SMS'] : ['test mail', 'test mails'];
  console.log(
    `${name}: ${queued} ${queued === 1 ? `${one} is on its way` : `${more} are on their way`}`,
  );
  if (queued === 0) process.exitCode = 1;
}
