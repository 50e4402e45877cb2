import type { TrendPeriod } from '@adieu/db';
import { type LongTermRate, WARNING } from '@adieu/domain';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { rateOf } from './campaign-report.type.ts';

@ObjectType('TrendPeriod', { description: 'The campaigns released in a week or month, UTC.' })
export class TrendPeriodType {
  readonly row: TrendPeriod;

  constructor(row: TrendPeriod) {
    this.row = row;
  }

  @Field(() => Date, { description: 'Its first day; weeks begin on Monday.' })
  from(): Date {
    return this.row.from;
  }

  @Field(() => Int)
  campaigns(): number {
    return this.row.campaigns;
  }

  @Field(() => Int)
  sent(): number {
    return this.row.sent;
  }

  @Field(() => Int)
  bounced(): number {
    return this.row.bounced;
  }

  @Field(() => Int, { description: 'Messages to a mailbox that does not exist.' })
  hardBounces(): number {
    return this.row.hardBounces;
  }

  @Field(() => Int, { description: 'Messages that could not be delivered when they came.' })
  softBounces(): number {
    return this.row.softBounces;
  }

  @Field(() => Int)
  optOuts(): number {
    return this.row.optOuts;
  }

  @Field(() => Int)
  complaints(): number {
    return this.row.complaints;
  }

  @Field(() => Float)
  optOutRate(): number {
    return rateOf(this.row.optOuts, this.row.sent);
  }

  @Field(() => Float)
  complaintRate(): number {
    return rateOf(this.row.complaints, this.row.sent);
  }

  @Field(() => Date, {
    nullable: true,
    description: `When the oldest of its figures was counted; null = none was yet. A campaign is counted anew for ${WARNING.countedDays} days after its release.`,
  })
  countedAt(): Date | null {
    return this.row.countedAt;
  }
}

@ObjectType('AccountTrend', {
  description: 'How an account does over time, by the figures of its campaigns.',
})
export class AccountTrendType {
  @Field(() => [TrendPeriodType], { description: 'The oldest first; without empty ones.' })
  readonly periods: readonly TrendPeriodType[];

  @Field(() => Float, {
    nullable: true,
    description: 'The mean of its campaigns’ opt-out rates; null while they are too few.',
  })
  readonly averageOptOutRate: number | null;

  @Field(() => Float, { nullable: true, description: 'The standard deviation of these rates.' })
  readonly sigma: number | null;

  constructor(periods: readonly TrendPeriod[], longTerm: LongTermRate | null) {
    this.periods = periods.map((row) => new TrendPeriodType(row));
    this.averageOptOutRate = longTerm?.mean ?? null;
    this.sigma = longTerm?.sigma ?? null;
  }
}
