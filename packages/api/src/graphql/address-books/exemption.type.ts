import type { Exemption } from '@adieu/db';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('Exemption', {
  description: 'An operator’s act: a book was exempted from opt-out, or no longer is.',
})
export class ExemptionType {
  readonly row: Exemption;

  constructor(row: Exemption) {
    this.row = row;
  }

  @Field(() => Boolean, { description: 'True where it began, false where it ended.' })
  exempt(): boolean {
    return this.row.exempt;
  }

  @Field(() => Date)
  at(): Date {
    return this.row.at;
  }

  @Field(() => String, { description: 'The name of the operator’s key.' })
  actor(): string {
    return this.row.actor;
  }

  @Field(() => String)
  reason(): string {
    return this.row.reason;
  }
}
