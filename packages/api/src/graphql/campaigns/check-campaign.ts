import {
  acceptedFindings,
  type CampaignForSending,
  campaignForSending,
  countAudience,
  countWithoutConsent,
  fieldCoverage,
  findCampaigns,
  namedAddresses,
  someFields,
  ownDomainsOf,
} from '@adieu/db';
import type { Campaign } from '@adieu/db';
import { purposeCrossings } from '@adieu/domain';
import {
  type CampaignProblem,
  checkContent,
  type CheckedAudience,
  checkSms,
  type Finding,
} from '@adieu/templates';
import { type Context, viewerOf } from '../shared/context.ts';
import { type KnownFinding, knownFindings } from './known-finding.ts';
import { compileContent, type ContentCompiled } from './compile-content.ts';
import { type SmsAudience, smsAudienceOf, tallyCampaign } from './count-sms.ts';
import { type PlannedSend, smsPlaceOf, smsSenderOf } from './sms-place.ts';

export interface CheckedCampaign {
  readonly row: Campaign;
  readonly campaign: CampaignForSending;
  readonly compiled: ContentCompiled;
  readonly findings: readonly KnownFinding[];
  /** Null of a mail, and where its text or its sender is missing. */
  readonly sms: SmsAudience | null;
}

/** Everything that a campaign's author should know before it is sent; null where this organisation has no such campaign. */
export async function checkCampaign(
  ctx: Context,
  campaignId: string,
  planned: PlannedSend = {},
): Promise<CheckedCampaign | null> {
  const { sql } = ctx.db;
  const [row] = await findCampaigns(sql, viewerOf(ctx).organisationId, [campaignId]);
  const campaign = row === undefined ? null : await campaignForSending(sql, campaignId);
  if (row === undefined || campaign === null) return null;
  const compiled = await compileContent(campaign.content, campaign, {
    production: ctx.installation.production,
    hasTopic: campaign.topicId !== null,
  });
  const { findings, sms } = await lookOver(ctx, row, campaign, compiled, planned);
  const accepted = await acceptedFindings(sql, campaignId);
  return { row, campaign, compiled, findings: knownFindings(findings, accepted), sms };
}

async function lookOver(
  ctx: Context,
  row: Campaign,
  campaign: CampaignForSending,
  compiled: ContentCompiled,
  planned: PlannedSend,
): Promise<{ readonly findings: Finding[]; readonly sms: SmsAudience | null }> {
  if (!compiled.ok) return { findings: compiled.problems.map(refused), sms: null };
  const both = await readBoth(ctx, row, campaign, compiled.campaign);
  const { sender, addsSmsWayOut: addsWayOut } = campaign;
  if (compiled.channel === 'SMS') {
    const tallies = await tallyCampaign(ctx, campaign, compiled.campaign);
    const findings = checkSms(compiled.campaign, {
      ...both,
      addsWayOut,
      sender: smsSenderOf(ctx, campaign),
      ownsSender: campaign.ownsSender,
      tallies,
      place: await smsPlaceOf(ctx, row, campaign, planned),
      isCarried: sender === null || ctx.installation.carriesSms(sender.address),
    });
    return { findings, sms: tallies.length === 0 ? null : smsAudienceOf(both.audience, tallies) };
  }
  const findings = checkContent(compiled.campaign, {
    ...ctx.installation,
    signedDomains: await ownSignedDomains(ctx),
    sender,
    ownsSender: campaign.ownsSender,
    identityWanted: [],
    ...both,
  });
  return { findings, sms: null };
}

/** Those of others are not told. */
async function ownSignedDomains(ctx: Context): Promise<readonly string[] | null> {
  const { signedDomains } = ctx.installation;
  if (signedDomains === null) return null;
  return ownDomainsOf(ctx.db.sql, viewerOf(ctx).organisationId, signedDomains);
}

type Texts = (ContentCompiled & { ok: true })['campaign'];

/** At once: each looks at every contact. */
async function readBoth(
  ctx: Context,
  row: Campaign,
  campaign: CampaignForSending,
  compiled: Texts,
) {
  const { addressBookId } = campaign;
  const [coverage, knownFields, audience] = await Promise.all([
    coverageOf(ctx, campaign, compiled),
    addressBookId === null ? [] : someFields(ctx.db.sql, addressBookId),
    audienceOf(ctx, row, campaign),
  ]);
  return { coverage, knownFields, audience };
}

async function audienceOf(
  { db: { sql }, now }: Context,
  { id, audience }: Campaign,
  { purpose, topicId }: CampaignForSending,
): Promise<CheckedAudience> {
  const [{ total, stopped }, withoutConsent, named] = await Promise.all([
    countAudience(sql, id, now),
    countWithoutConsent(sql, id),
    namedAddresses(sql, id),
  ]);
  const crossings = purposeCrossings({
    purpose,
    hasTopic: topicId !== null,
    choosesByTopics: audience?.topics !== undefined,
    withoutConsent,
  });
  const chosen = named.find(({ choice }) => choice === 'ONLY') ?? null;
  return { total, stopped, chosen, crossings, withoutConsent };
}

async function coverageOf(
  { db }: Context,
  { campaignId }: CampaignForSending,
  { variants, fallback }: Texts,
) {
  const used = [...variants.values()].flatMap(({ fields }) => fields.map(({ field }) => field));
  return fieldCoverage(db.sql, {
    campaignId,
    languages: [...variants.keys()],
    fallback: fallback.language,
    fields: [...new Set(used)],
  });
}

function refused({ language, part, line, message }: CampaignProblem): Finding {
  return {
    level: 'ERROR',
    code: 'TEXT_REFUSED',
    language: language || null,
    place: { part, line, column: null, element: null },
    message,
    fix: 'Mend the text: it can not be made into a mail as it is.',
  };
}
