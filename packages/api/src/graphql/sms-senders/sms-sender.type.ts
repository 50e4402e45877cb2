import type { SmsSenderOwner } from '@adieu/db';
import type { SmsSenderGrant, SmsSenderKind } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { SmsSenderGrantEnum, SmsSenderKindEnum } from '../shared/enums.ts';

@ObjectType('SmsSender', {
  description: 'A number, a text or a short code that the organisation may send SMS from.',
})
export class SmsSenderType {
  readonly row: SmsSenderOwner;

  constructor(row: SmsSenderOwner) {
    this.row = row;
  }

  @Field(() => SmsSenderKindEnum)
  smsKind(): SmsSenderKind {
    return this.row.kind;
  }

  @Field(() => String, {
    description: 'Texts in lower case: in which letters they are sent is their sender’s.',
  })
  address(): string {
    return this.row.address;
  }

  @Field(() => String, {
    description: 'Of a short code that several share; empty: all of it that nobody else has.',
  })
  keyword(): string {
    return this.row.keyword;
  }

  @Field(() => Date)
  assignedAt(): Date {
    return this.row.assignedAt;
  }

  @Field(() => SmsSenderGrantEnum)
  assignedBy(): SmsSenderGrant {
    return this.row.assignedBy;
  }
}
