import type { Change } from '@adieu/db';
import { Field, ObjectType } from 'type-graphql';
import { writeChangesCursor } from '../changes/cursor.ts';
import { LedgerEventType } from '../ledger/ledger-event.type.ts';

@ObjectType('OptOutRequestChange', { description: 'Something that happened to one request.' })
export class OptOutRequestChangeType {
  readonly row: Change;

  constructor(row: Change) {
    this.row = row;
  }

  @Field(() => String, { description: 'Give it as `after` to go on from here.' })
  cursor(): string {
    return writeChangesCursor(this.row);
  }

  @Field(() => LedgerEventType)
  event(): LedgerEventType {
    return new LedgerEventType(this.row);
  }
}
