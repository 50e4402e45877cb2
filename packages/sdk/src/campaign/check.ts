import type { Connection } from '../client/connect.ts';
import { CheckCampaignDocument, type LookedFragment } from '../generated/documents.ts';
import type { Check, Finding } from './finding.ts';
import { smsAudienceOf } from './sms-audience.ts';

/** Lets Adieu look a draft over. */
export async function checkDraft(connection: Connection, campaignId: string): Promise<Check> {
  const { checkCampaign } = await connection.ask(CheckCampaignDocument, { id: campaignId });
  const { smsAudience } = checkCampaign;
  return {
    campaignId,
    maySend: checkCampaign.maySend,
    findings: checkCampaign.findings.map(findingOf),
    sms: smsAudience ? smsAudienceOf(smsAudience) : null,
  };
}

export function findingOf({
  level,
  code,
  language,
  place,
  message,
  fix,
  accepted,
}: LookedFragment): Finding {
  const { part, line } = place;
  return {
    level,
    code,
    language: language ?? null,
    place: { part, line: line ?? null },
    message,
    fix,
    accepted: accepted ?? null,
  };
}
