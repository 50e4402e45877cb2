import { connectionOf } from '../shared/connection.ts';
import type { AddressBook } from '@adieu/db';
import type { Purpose } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { PurposeEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

export const ADDS_SMS_WAY_OUT =
  'Whether the way out is put behind texts of its SMS that say none. Where it is not, a text that says none is not sent.';

@ObjectType('AddressBook', {
  description: 'A list of contacts with a purpose and an opt-out policy.',
})
export class AddressBookType {
  readonly row: AddressBook;

  constructor(row: AddressBook) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('book', this.row.id);
  }

  @Field(() => Date, {
    nullable: true,
    description: 'Since when it is exempt from opt-out; null for a book that can be left.',
  })
  exemptSince(): Date | null {
    return this.row.exemptSince ?? null;
  }

  @Field(() => String)
  name(): string {
    return this.row.name;
  }

  @Field(() => PurposeEnum)
  purpose(): Purpose {
    return this.row.purpose;
  }

  @Field(() => Boolean, { description: ADDS_SMS_WAY_OUT })
  addsSmsWayOut(): boolean {
    return this.row.addsSmsWayOut;
  }

  @Field(() => Date)
  createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => Date, { nullable: true, description: 'Nothing is sent through it any more.' })
  archivedAt(): Date | null {
    return this.row.archivedAt ?? null;
  }
}

export const AddressBookConnection = connectionOf('AddressBook', AddressBookType);

export type AddressBookConnection = InstanceType<typeof AddressBookConnection>;
