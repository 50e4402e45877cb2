import type { ClaimedHeld, SendableCampaign } from '@adieu/db';
import { countParts, MOST_SMS_PARTS, type ReadySms, type SmsInstallation } from '@adieu/templates';
import { campaignSms } from './campaign-sms.ts';

/** A text message that was held. */
export interface HeldText {
  readonly message: ClaimedHeld;
  readonly campaign: SendableCampaign;
  readonly ready: ReadySms;
}

/** One SMS of several texts, and what is not in it. */
export interface JoinedTexts {
  /** Null where none of them could be filled. The last of its texts says the way out. */
  readonly joined: { readonly said: string; readonly texts: readonly HeldText[] } | null;
  /** What would make it longer than an SMS may be. */
  readonly left: readonly HeldText[];
  readonly failed: readonly { readonly text: HeldText; readonly error: unknown }[];
}

/** Joins texts for one number, oldest first, the newest last: as many as one SMS may hold. */
export async function joinTexts(
  installation: SmsInstallation,
  texts: readonly HeldText[],
  now: Date,
): Promise<JoinedTexts> {
  const failed: { text: HeldText; error: unknown }[] = [];
  const fill = async (text: HeldText, saysWayOut: boolean): Promise<string | null> => {
    const { campaign, ready, message } = text;
    try {
      return await campaignSms(installation, campaign, ready, message, now, saysWayOut);
    } catch (error) {
      failed.push({ text, error });
      return null;
    }
  };

  const older = [...texts];
  let newest: HeldText | undefined;
  let end: string | null = null;
  while (end === null && (newest = older.pop()) !== undefined) end = await fill(newest, true);
  if (end === null || newest === undefined) return { joined: null, left: [], failed };

  const fitting: { readonly text: HeldText; readonly said: string }[] = [];
  const left: HeldText[] = [];
  for (const text of older) {
    const said = await fill(text, false);
    if (said === null) continue;
    if (countParts(join([...fitting.map((one) => one.said), said, end])).parts > MOST_SMS_PARTS)
      left.push(text);
    else fitting.push({ text, said });
  }
  const said = join([...fitting.map((one) => one.said), end]);
  return { joined: { said, texts: [...fitting.map(({ text }) => text), newest] }, left, failed };
}

function join(texts: readonly string[]): string {
  return texts.join('\n\n');
}
