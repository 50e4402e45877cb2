import type { Sender } from '@adieu/db';
import { type Channel, SMS_SENDER_KINDS, type SmsSenderKind } from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { ChannelEnum, SmsSenderKindEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';

@ObjectType('Sender', {
  description: 'What an account sends from: a From of mail, or what an SMS is from.',
})
export class SenderType {
  readonly row: Sender;

  constructor(row: Sender) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('sender', this.row.id);
  }

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => SmsSenderKindEnum, { nullable: true, description: 'Null of a From of mail.' })
  smsKind(): SmsSenderKind | null {
    return SMS_SENDER_KINDS.find((kind) => kind === this.row.kind) ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What a From shows before the address; null where it shows the address alone.',
  })
  name(): string | null {
    return this.row.name || null;
  }

  @Field(() => String, { description: 'An e-mail address, a number as E.164, a text or a code.' })
  address(): string {
    return this.row.address;
  }

  @Field(() => String, {
    nullable: true,
    description: 'By which replies to a shared short code are told apart, in capitals.',
  })
  keyword(): string | null {
    return this.row.keyword || null;
  }

  @Field(() => [String], {
    description:
      'ISO 3166-1. Of a text: where it is registered. Of a short code: where it works; none: in the country for which the installation names it, else in its account’s.',
  })
  countries(): readonly string[] {
    return this.row.countries;
  }

  @Field(() => Boolean, {
    description: 'What its account sends from on its channel where a book chose nothing.',
  })
  isDefault(): boolean {
    return this.row.isDefault;
  }

  @Field(() => Date)
  createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => Date, { nullable: true, description: 'Nothing is sent from it any more.' })
  archivedAt(): Date | null {
    return this.row.archivedAt ?? null;
  }
}
