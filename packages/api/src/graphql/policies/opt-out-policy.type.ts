import type { StoredPolicy } from '@adieu/db';
import {
  formatDuration,
  type PolicyMode,
  type PolicyOwnerKind,
  type Purpose,
  type Reactivation,
  type TimeoutOutcome,
} from '@adieu/domain';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  PolicyModeEnum,
  PolicyOriginEnum,
  PurposeEnum,
  ReactivationEnum,
  TimeoutOutcomeEnum,
} from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('OptOutPolicy', {
  description:
    'How a book treats a wish to leave. Open requests keep the version they were judged by.',
})
export class OptOutPolicyType {
  readonly row: StoredPolicy;

  constructor(row: StoredPolicy) {
    this.row = row;
  }

  @Field(() => Int)
  version(): number {
    return this.row.version;
  }

  @Field(() => PolicyOriginEnum)
  origin(): PolicyOwnerKind {
    return this.row.ownerKind;
  }

  @Field(() => PurposeEnum, { description: 'Of the books that it is for.' })
  purpose(): Purpose {
    return this.row.purpose;
  }

  @Field(() => PolicyModeEnum)
  mode(): PolicyMode {
    return this.row.mode;
  }

  @Field(() => GraphQLISO8601Duration, { description: 'How long an admin may take.' })
  reviewPeriod(): string {
    return formatDuration(this.row.reviewSeconds);
  }

  @Field(() => TimeoutOutcomeEnum)
  onTimeout(): TimeoutOutcome {
    return this.row.onTimeout;
  }

  @Field(() => [GraphQLISO8601Duration], {
    description: 'How long before the deadline admins are reminded, the longest first.',
  })
  remindBefore(): string[] {
    return this.row.remindBeforeSeconds.map(formatDuration);
  }

  @Field(() => [ID], { description: 'The members who are told; none = everybody.' })
  tell(): string[] {
    return this.row.tell.map((id) => toId('member', id));
  }

  @Field(() => String, { nullable: true, description: 'Why it was set.' })
  reason(): string | null {
    return this.row.reason ?? null;
  }

  @Field(() => Boolean, {
    description:
      'Whether its owner has none of its own from this version on; what else it says repeats the version before.',
  })
  dropped(): boolean {
    return this.row.dropped;
  }

  @Field(() => ReactivationEnum)
  reactivation(): Reactivation {
    return this.row.reactivation;
  }

  @Field(() => Date)
  createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => String)
  createdBy(): string {
    return this.row.createdBy;
  }
}
