import { DECISION_STEPS_SECONDS, type ReviewFigures } from '@adieu/db';
import type { OptOutMethod } from '@adieu/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { OptOutMethodEnum } from '../shared/enums.ts';

@ObjectType()
export class DayCount {
  @Field(() => String, { description: '`2026-11-24`' })
  readonly day!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType()
export class MethodCount {
  @Field(() => OptOutMethodEnum)
  readonly method!: OptOutMethod;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType()
export class ReasonCount {
  @Field(() => String, {
    nullable: true,
    description: 'A word of Adieu’s list or the text of an account’s own; null = own words only.',
  })
  readonly reason!: string | null;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType()
export class DurationCount {
  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds within which they were decided, and not within the step before; null = later.',
  })
  readonly withinSeconds!: number | null;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('ReviewFigures', { description: 'The last 30 days, today among them.' })
export class ReviewFiguresType implements Pick<
  ReviewFigures,
  'requestsByDay' | 'stoppedByDay' | 'byMethod' | 'byReason'
> {
  private readonly decision: ReviewFigures['decision'];

  @Field(() => [DayCount])
  readonly requestsByDay: readonly DayCount[];

  @Field(() => [DayCount], { description: 'Messages that the gate did not let through.' })
  readonly stoppedByDay: readonly DayCount[];

  @Field(() => [MethodCount])
  readonly byMethod: readonly MethodCount[];

  @Field(() => [ReasonCount])
  readonly byReason: readonly ReasonCount[];

  constructor(figures: ReviewFigures) {
    this.requestsByDay = figures.requestsByDay;
    this.stoppedByDay = figures.stoppedByDay;
    this.byMethod = figures.byMethod;
    this.byReason = figures.byReason;
    this.decision = figures.decision;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'From a request to an admin’s decision: half are faster.',
  })
  medianSeconds(): number | null {
    return round(this.decision.medianSeconds);
  }

  @Field(() => Int, { nullable: true, description: 'Nine in ten are faster.' })
  p90Seconds(): number | null {
    return round(this.decision.p90Seconds);
  }

  @Field(() => [DurationCount])
  timeToDecision(): DurationCount[] {
    return this.decision.steps.map((count, step) => ({
      withinSeconds: DECISION_STEPS_SECONDS[step] ?? null,
      count,
    }));
  }
}

const round = (seconds: number | null): number | null => seconds && Math.round(seconds);
