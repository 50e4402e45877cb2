import { findCampaigns, releaseCampaign, type ReleaseRefusal } from '@adieu/db';
import { keepCompiled, keepSms } from '@adieu/templates';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { alreadyReleased } from './already-released.ts';
import { checkCampaign, type CheckedCampaign } from './check-campaign.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, NotFound, Problem } from '../shared/problems.ts';
import { CampaignCheckFailed } from './campaign-check.type.ts';
import { CampaignType } from './campaign.type.ts';
import { refuseHour } from './refuse-hour.ts';
import { FOREIGN_SENDERS } from '../senders/foreign-sender.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

@InputType()
export class SendCampaignInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Date, { nullable: true, description: 'Not before; at once if not given.' })
  readonly sendAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'With `sendAt`: when clocks where each lives (the contact’s field `time_zone`) show what the account’s show then.',
  })
  readonly inRecipientsZone?: boolean | null;
}

@ObjectType({ description: 'It is on its way: `campaign.progress` tells how far.' })
export class CampaignSent {
  @Field(() => CampaignType)
  readonly campaign!: CampaignType;

  @Field(() => Int, {
    description: 'How many messages were queued; the gate may stop some at their hand-over.',
  })
  readonly queued!: number;
}

const SendCampaignResult = keyResult('SendCampaignResult', () => [
  CampaignSent,
  CampaignCheckFailed,
  NotFound,
]);

@Resolver()
export class SendCampaign {
  @Mutation(() => SendCampaignResult, {
    description:
      'Sends a draft to every contact of its book that the gate lets through, unless checkCampaign finds errors.',
  })
  async sendCampaign(
    @Ctx() ctx: Context,
    @Arg('input', () => SendCampaignInput) input: SendCampaignInput,
  ): Promise<typeof SendCampaignResult> {
    const { organisationId } = viewerOf(ctx);
    const campaignId = readId('campaign', input.id, 'id');
    const { sendAt = null, inRecipientsZone } = input;
    const refusedHour = refuseHour(input, ctx.now);
    if (refusedHour !== null) return refusedHour;
    const checked = await checkCampaign(ctx, campaignId, { sendAt, inRecipientsZone });
    // A campaign that was sent already answers as such, and a repeat as it did: whatever a check would say now.
    const isDraft = checked?.row.state === 'DRAFT';
    // Before its findings: of what is archived nobody is reached, whatever is mended.
    if (isDraft && checked.campaign.archived) return archived();
    if (isDraft && checked.findings.some(({ level }) => level === 'ERROR')) {
      return new CampaignCheckFailed(checked.findings);
    }
    const texts = isDraft ? textsOf(checked) : null;
    const done = await idempotentMutation(ctx, 'sendCampaign', input, async (sql) =>
      texts === null
        ? ({ refused: checked === null ? 'not-found' : 'already-released' } as const)
        : releaseCampaign(sql, {
            organisationId,
            campaignId,
            ...texts,
            now: ctx.now,
            sendAt,
            inRecipientsZone: inRecipientsZone ?? false,
          }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result && done.result.refused !== 'already-released')
      return refusal(done.result.refused);
    const [row] = await findCampaigns(ctx.db.sql, organisationId, [campaignId]);
    if ('refused' in done.result) return alreadyReleased(row!, ctx.now);
    return answer(CampaignSent, { campaign: new CampaignType(row!), queued: done.result.queued });
  }
}

/** What is sent, and what it was compiled into; null of what can not be sent. */
function textsOf({ campaign, compiled }: CheckedCampaign) {
  if (!compiled.ok) return null;
  const { content, addsSmsWayOut } = campaign;
  return compiled.channel === 'EMAIL'
    ? { content, compiled: keepCompiled(compiled.campaign) }
    : { content, compiled: keepSms(compiled.campaign, addsSmsWayOut) };
}

function refusal(refused: Exclude<ReleaseRefusal, 'already-released'>): Problem {
  switch (refused) {
    case 'not-found':
      return new NotFound('campaign', 'id');
    case 'archived':
      return archived();
    case 'foreign-domain':
    case 'foreign-sender':
      return FOREIGN_SENDERS[refused]('id');
    case 'no-sender':
      return new Conflict(
        'CHANGED_MEANWHILE',
        'What this campaign is sent from was changed just now: look at it, and send it again.',
        'id',
      );
    case 'changed':
      return new Conflict(
        'CHANGED_MEANWHILE',
        'Somebody changed this draft just now: look at it, and send it again.',
        'id',
      );
  }
}

const archived = (): Conflict =>
  new Conflict('ARCHIVED', 'This is archived: nothing is sent through it any more.', 'id');
