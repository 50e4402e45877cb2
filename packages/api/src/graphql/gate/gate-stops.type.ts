import type { GateStops } from '@adieu/db';
import { GraphQLDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('GateStops', { description: 'What the gate stopped on one day for one account.' })
export class GateStopsType {
  readonly row: GateStops;

  constructor(row: GateStops) {
    this.row = row;
  }

  @Field(() => GraphQLDate, { description: 'In UTC.' })
  day(): Date {
    return this.row.day;
  }

  @Field(() => String, { description: 'PAUSED, OPTED_OUT, CONTACT_REMOVED, …' })
  reason(): string {
    return this.row.reason;
  }

  @Field(() => Int, { description: 'Messages that were not handed over.' })
  messages(): number {
    return this.row.messages;
  }

  @Field(() => Int, { description: 'Contacts that audience exports left out.' })
  exported(): number {
    return this.row.exported;
  }
}
