import { connectionOf } from '../shared/connection.ts';
import type { Quarantine } from '@adieu/db';
import { maskDomain, type OptOutMethod } from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { OptOutMethodEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('Quarantine', {
  description:
    'A burst: many of one mail domain left a campaign within seconds of delivery, as link scanners do. All are paused; who is not decided is opted out at their deadline.',
})
export class QuarantineType {
  readonly row: Quarantine;

  constructor(row: Quarantine) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('quarantine', this.row.id);
  }

  @Field(() => String, { description: 'Masked: `ex•••.test`.' })
  domain(): string {
    return maskDomain(this.row.mailDomain);
  }

  @Field(() => Int)
  count(): number {
    return this.row.count;
  }

  @Field(() => Int, { description: 'How many are not decided yet.' })
  pending(): number {
    return this.row.pending;
  }

  @Field(() => Date)
  firstAt(): Date {
    return this.row.firstAt;
  }

  @Field(() => Date)
  lastAt(): Date {
    return this.row.lastAt;
  }

  @Field(() => [OptOutMethodEnum])
  methods(): readonly OptOutMethod[] {
    return this.row.methods;
  }
}

export const QuarantineConnection = connectionOf('Quarantine', QuarantineType);
export type QuarantineConnection = InstanceType<typeof QuarantineConnection>;
