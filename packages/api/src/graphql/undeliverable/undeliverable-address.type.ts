import type { Undeliverable } from '@adieu/db';
import type { BounceKind, BounceSource } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../shared/connection.ts';
import { BounceKindEnum, BounceSourceEnum } from '../shared/enums.ts';

@ObjectType('UndeliverableAddress', {
  description:
    'An address at which what is sent comes back: nothing more is sent there. It is no wish of anybody.',
})
export class UndeliverableAddressType {
  readonly row: Undeliverable;

  constructor(row: Undeliverable) {
    this.row = row;
  }

  @Field(() => Date)
  since(): Date {
    return this.row.since;
  }

  @Field(() => BounceKindEnum, {
    nullable: true,
    description: 'What was told last. Null, as the two beside it, where that was purged since.',
  })
  kind(): BounceKind | null {
    return this.row.kind;
  }

  @Field(() => String, { nullable: true, description: 'Enhanced status code, as 5.1.1.' })
  status(): string | null {
    return this.row.status;
  }

  @Field(() => BounceSourceEnum, { nullable: true, description: 'Who told it.' })
  source(): BounceSource | null {
    return this.row.source;
  }
}

export const UndeliverableAddressConnection = connectionOf(
  'UndeliverableAddress',
  UndeliverableAddressType,
);
export type UndeliverableAddressConnection = InstanceType<typeof UndeliverableAddressConnection>;
