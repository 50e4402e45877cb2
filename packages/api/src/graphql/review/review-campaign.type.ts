import { connectionOf } from '../shared/connection.ts';
import type { ReleasedCampaign } from '@adieu/db';
import { type PauseReason, type ShownCampaignState, shownState } from '@adieu/domain';
import { Ctx, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { CampaignStateEnum, PauseReasonEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('ReviewCampaign', {
  description: 'A released campaign, as an admin sees it by a mailed link. Figures, no people.',
})
export class ReviewCampaignType {
  readonly row: ReleasedCampaign;

  constructor(row: ReleasedCampaign) {
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

  @Field(() => String)
  accountName(): string {
    return this.row.accountName;
  }

  @Field(() => CampaignStateEnum)
  state(@Ctx() { now }: Context): ShownCampaignState {
    return shownState(this.row, now);
  }

  @Field(() => Date)
  releasedAt(): Date {
    return this.row.releasedAt;
  }

  @Field(() => PauseReasonEnum, {
    nullable: true,
    description: 'Why it was paused by itself; null where it was not.',
  })
  pausedBecause(): PauseReason | null {
    return this.row.pausedBecause;
  }

  @Field(() => Int, { description: 'As counted last: each minute while it runs.' })
  sent(): number {
    return this.row.sent;
  }

  @Field(() => Int, { description: 'As counted last.' })
  optOuts(): number {
    return this.row.optOuts;
  }

  @Field(() => Int, { description: 'As counted last.' })
  complaints(): number {
    return this.row.complaints;
  }

  @Field(() => Date, {
    nullable: true,
    description: 'When these were counted; null = not yet, and they are zeros that tell nothing.',
  })
  countedAt(): Date | null {
    return this.row.countedAt;
  }
}

@ObjectType('ReviewAccount', { description: 'An account that released campaigns.' })
export class ReviewAccountType {
  readonly row: { readonly id: string; readonly name: string };

  constructor(row: { readonly id: string; readonly name: string }) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('account', this.row.id);
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }
}

export const ReviewCampaignConnection = connectionOf('ReviewCampaign', ReviewCampaignType);
export type ReviewCampaignConnection = InstanceType<typeof ReviewCampaignConnection>;
