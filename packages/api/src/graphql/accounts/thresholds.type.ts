import { type OwnThresholds, THRESHOLD_BOUNDS, type Thresholds, thresholdsOf } from '@adieu/domain';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';

const ABOUT: Readonly<Record<keyof Thresholds, string>> = {
  warnOptOutRate: 'The share of those sent to who leave, from which a campaign warns.',
  warnComplaintRate: 'The share of those sent to who complain, from which a campaign warns.',
  warnBounceRate:
    'The share of those tried to send to who have no mailbox, from which a campaign warns.',
  pauseComplaintRate: 'The share of those sent to who complain, from which a campaign is paused.',
  burstFewest: 'Fewer who leave early from one mail domain are people, not a robot.',
  burstShare: 'The share of a mail domain’s recipients whose early leaving is a robot’s.',
  hardBounces:
    'On how many days it must be told that an address has no mailbox before nothing more is sent to it; 1 = at once.',
  softBounces:
    'How many soft bounces it takes before nothing more is sent to an address; a day counts once, and fades.',
  bounceHalfLifeDays: 'After how many days half of a soft bounce is forgotten.',
};

const bounded = (name: keyof Thresholds): { nullable: true; description: string } => {
  const [least, most] = THRESHOLD_BOUNDS[name];
  return {
    nullable: true,
    description: `${ABOUT[name]} From ${least} to ${most}; null = the house’s.`,
  };
};

@InputType({ description: 'What is not given stays as it is.' })
export class ThresholdsInput implements Partial<OwnThresholds> {
  @Field(() => Float, bounded('warnOptOutRate'))
  readonly warnOptOutRate?: number | null;

  @Field(() => Float, bounded('warnComplaintRate'))
  readonly warnComplaintRate?: number | null;

  @Field(() => Float, bounded('warnBounceRate'))
  readonly warnBounceRate?: number | null;

  @Field(() => Float, bounded('pauseComplaintRate'))
  readonly pauseComplaintRate?: number | null;

  @Field(() => Int, bounded('burstFewest'))
  readonly burstFewest?: number | null;

  @Field(() => Float, bounded('burstShare'))
  readonly burstShare?: number | null;

  @Field(() => Int, bounded('hardBounces'))
  readonly hardBounces?: number | null;

  @Field(() => Int, bounded('softBounces'))
  readonly softBounces?: number | null;

  @Field(() => Int, bounded('bounceHalfLifeDays'))
  readonly bounceHalfLifeDays?: number | null;
}

@ObjectType('Thresholds', {
  description:
    'From what on campaigns of an account warn, are paused, count as left by robots, and find nobody: its own, else the house’s.',
})
export class ThresholdsType implements Thresholds {
  @Field(() => Float, { description: ABOUT.warnOptOutRate })
  readonly warnOptOutRate!: number;

  @Field(() => Float, { description: ABOUT.warnComplaintRate })
  readonly warnComplaintRate!: number;

  @Field(() => Float, { description: ABOUT.warnBounceRate })
  readonly warnBounceRate!: number;

  @Field(() => Float, { description: ABOUT.pauseComplaintRate })
  readonly pauseComplaintRate!: number;

  @Field(() => Int, { description: ABOUT.burstFewest })
  readonly burstFewest!: number;

  @Field(() => Float, { description: ABOUT.burstShare })
  readonly burstShare!: number;

  @Field(() => Int, { description: ABOUT.hardBounces })
  readonly hardBounces!: number;

  @Field(() => Int, { description: ABOUT.softBounces })
  readonly softBounces!: number;

  @Field(() => Int, { description: ABOUT.bounceHalfLifeDays })
  readonly bounceHalfLifeDays!: number;

  constructor(own: OwnThresholds) {
    Object.assign(this, thresholdsOf(own));
  }
}
