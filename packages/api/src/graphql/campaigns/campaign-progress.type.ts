import type { CampaignProgress } from '@adieu/db';
import { Field, Int, ObjectType } from 'type-graphql';

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
