import { connectionOf } from '../shared/connection.ts';
import type { Campaign, CampaignProgress, FailedMessage } from '@adieu/db';
import {
  type Attribution,
  type MessageState,
  type PauseReason,
  type ShownCampaignState,
  shownState,
} from '@adieu/domain';
import { Ctx, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import {
  AttributionEnum,
  CampaignStateEnum,
  MessageStateEnum,
  PauseReasonEnum,
} from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { CampaignAudienceType } from '../audience/campaign-audience.type.ts';

@ObjectType('LocalisedText')
export class LocalisedTextType {
  @Field(() => String)
  readonly language: string;

  @Field(() => String)
  readonly text: string;

  constructor(language: string, text: string) {
    this.language = language;
    this.text = text;
  }
}

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

  @Field(() => [LocalisedTextType])
  subject(): LocalisedTextType[] {
    return Object.entries(this.row.subject).map(
      ([language, text]) => new LocalisedTextType(language, text),
    );
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

@ObjectType('StoppedCount')
export class StoppedCountType {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('CampaignProgress', { description: 'Its messages, counted.' })
export class CampaignProgressType {
  readonly progress: CampaignProgress;

  constructor(progress: CampaignProgress) {
    this.progress = progress;
  }

  @Field(() => Int, { description: 'Waiting for their hand-over.' })
  queued(): number {
    return this.progress.byState.QUEUED;
  }

  @Field(() => Int, { description: 'Being handed to the mail server now.' })
  handingOver(): number {
    return this.progress.byState.HANDING_OVER;
  }

  @Field(() => Int, {
    description:
      'More than their recipients want now: they go at the end of each one’s period, several in one mail.',
  })
  held(): number {
    return this.progress.byState.HELD;
  }

  @Field(() => Int, { description: 'Taken over by the mail server.' })
  sent(): number {
    return this.progress.byState.SENT;
  }

  @Field(() => Int, { description: 'Stopped by the gate.' })
  stopped(): number {
    return this.progress.byState.STOPPED;
  }

  @Field(() => Int, { description: 'Refused by the mail server for good.' })
  failed(): number {
    return this.progress.byState.FAILED;
  }

  @Field(() => Int, { description: 'Cut off in mid-air: maybe sent, and never sent again.' })
  unknown(): number {
    return this.progress.byState.UNKNOWN;
  }

  @Field(() => [StoppedCountType])
  stoppedBecause(): readonly StoppedCountType[] {
    return this.progress.stoppedBecause;
  }
}

@ObjectType('CampaignFailure', {
  description: 'A message that did not get through, or nobody knows.',
})
export class CampaignFailureType {
  readonly row: FailedMessage;

  constructor(row: FailedMessage) {
    this.row = row;
  }

  @Field(() => ID)
  messageId(): string {
    return toId('message', this.row.messageId);
  }

  @Field(() => MessageStateEnum)
  state(): MessageState {
    return this.row.state;
  }

  @Field(() => String, { nullable: true, description: 'What the mail server said.' })
  outcome(): string | null {
    return this.row.outcome;
  }

  @Field(() => Int)
  attempts(): number {
    return this.row.attempts;
  }

  @Field(() => Date)
  at(): Date {
    return this.row.changedAt;
  }
}

export const CampaignConnection = connectionOf('Campaign', CampaignType);
export type CampaignConnection = InstanceType<typeof CampaignConnection>;
