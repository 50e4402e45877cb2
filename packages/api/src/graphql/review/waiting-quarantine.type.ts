import type { WaitingQuarantine } from '@adieu/db';
import { maskDomain, type TimeoutOutcome } from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { TimeoutOutcomeEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('WaitingQuarantine', {
  description:
    'A burst in which requests wait: many of one mail domain left within seconds of delivery, as link scanners do.',
})
export class WaitingQuarantineType implements Pick<
  WaitingQuarantine,
  'campaignName' | 'count' | 'firstAt' | 'lastAt' | 'deadline' | 'onTimeout'
> {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String, { description: 'Masked: `ex•••.test`.' })
  readonly domain: string;

  @Field(() => String)
  readonly campaignName: string;

  @Field(() => Int)
  readonly count: number;

  @Field(() => Date)
  readonly firstAt: Date;

  @Field(() => Date)
  readonly lastAt: Date;

  @Field(() => Date, { description: 'Of the first that ends.' })
  readonly deadline: Date;

  @Field(() => TimeoutOutcomeEnum)
  readonly onTimeout: TimeoutOutcome;

  constructor(row: WaitingQuarantine) {
    this.id = toId('quarantine', row.id);
    this.domain = maskDomain(row.mailDomain);
    this.campaignName = row.campaignName;
    this.count = row.count;
    this.firstAt = row.firstAt;
    this.lastAt = row.lastAt;
    this.deadline = row.deadline;
    this.onTimeout = row.onTimeout;
  }
}
