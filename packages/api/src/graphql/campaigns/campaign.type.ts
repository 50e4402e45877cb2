import { connectionOf } from '../shared/connection.ts';
import type { Campaign } from '@adieu/db';
import {
  type Attribution,
  type Channel,
  type PauseReason,
  type ShownCampaignState,
  shownState,
} from '@adieu/domain';
import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import {
  AttributionEnum,
  CampaignStateEnum,
  ChannelEnum,
  PauseReasonEnum,
} from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { CampaignAudienceType } from '../audience/campaign-audience.type.ts';
import { CampaignContentType, localised } from './campaign-content.type.ts';
import { LocalisedTextType } from './localised-text.type.ts';

@ObjectType('Campaign')
export class CampaignType {
  readonly row: Campaign;

  constructor(row: Campaign) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('campaign', this.row.id);
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }

  @Field(() => CampaignStateEnum)
  state(@Ctx() { now }: Context): ShownCampaignState {
    return shownState(this.row, now);
  }

  @Field(() => AttributionEnum)
  attribution(): Attribution {
    return this.row.attribution;
  }

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => [LocalisedTextType], { description: 'Of mails; text messages have none.' })
  subject(): LocalisedTextType[] {
    const { content } = this.row;
    return content.channel === 'EMAIL' ? localised(content.subject) : [];
  }

  @Field(() => CampaignContentType, { description: 'What it says, as it was written.' })
  content(): CampaignContentType {
    return new CampaignContentType(this.row.content);
  }

  @Field(() => CampaignAudienceType)
  audience(): CampaignAudienceType {
    return new CampaignAudienceType(this.row);
  }

  @Field(() => Date)
  createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => Date, { nullable: true })
  releasedAt(): Date | null {
    return this.row.releasedAt ?? null;
  }

  @Field(() => Date, { nullable: true, description: 'Not before; null = at once.' })
  sendAt(): Date | null {
    return this.row.sendAt ?? null;
  }

  @Field(() => Date, { nullable: true })
  finishedAt(): Date | null {
    return this.row.finishedAt ?? null;
  }

  @Field(() => Date, {
    nullable: true,
    description: 'When it was paused, resumed or cancelled last.',
  })
  changedAt(): Date | null {
    return this.row.changedAt ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'By which key; null where it was paused by itself.',
  })
  changedBy(): string | null {
    return this.row.changedBy ?? null;
  }

  @Field(() => PauseReasonEnum, {
    nullable: true,
    description: 'Why it was paused by itself; null where a key paused it, and where it runs.',
  })
  pausedBecause(): PauseReason | null {
    return this.row.pausedBecause ?? null;
  }
}

export const CampaignConnection = connectionOf('Campaign', CampaignType);

export type CampaignConnection = InstanceType<typeof CampaignConnection>;
