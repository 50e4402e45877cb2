import type { KnownRecipient } from '@adieu/db';
import { type Channel, maskAddress } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { ChannelEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('Recipient', { description: 'Somebody behind an address on one channel.' })
export class RecipientType {
  readonly row: KnownRecipient;

  constructor(row: KnownRecipient) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('recipient', this.row.id);
  }

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => String, { nullable: true, description: 'Null after erasure.' })
  address(): string | null {
    return this.row.address ?? null;
  }

  @Field(() => Date, {
    nullable: true,
    description:
      'Since when nothing more is sent there, as it came back; null where it is. `liftUndeliverable` ends it.',
  })
  undeliverableSince(): Date | null {
    return this.row.undeliverableSince;
  }

  @Field(() => String, { nullable: true, description: 'As the recipient’s own page shows it.' })
  maskedAddress(): string | null {
    return this.row.address ? maskAddress(this.row.address) : null;
  }
}
