import type { PlatformBlock } from '@adieu/db';
import { maskAddress } from '@adieu/domain';
import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../shared/connection.ts';

@ObjectType('PlatformBlock', {
  description:
    'Somebody who wrote STOP to a short code that accounts share: nothing more goes to them from it.',
})
export class PlatformBlockType {
  readonly row: PlatformBlock;

  constructor(row: PlatformBlock) {
    this.row = row;
  }

  @Field(() => String)
  shortCode(): string {
    return this.row.shortCode;
  }

  @Field(() => Date)
  since(): Date {
    return this.row.since;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Masked; null where nobody knows the number any more.',
  })
  number(): string | null {
    return this.row.address === null ? null : maskAddress(this.row.address);
  }

  @Field(() => String, {
    nullable: true,
    description:
      'The book through which the number was written to last: a tag, it is not in that book’s list.',
  })
  addressBook(): string | null {
    return this.row.addressBookName;
  }

  @Field(() => String, { nullable: true, description: 'Whose book that is.' })
  organisation(): string | null {
    return this.row.organisationName;
  }
}

export const PlatformBlockConnection = connectionOf('PlatformBlock', PlatformBlockType);
export type PlatformBlockConnection = InstanceType<typeof PlatformBlockConnection>;
