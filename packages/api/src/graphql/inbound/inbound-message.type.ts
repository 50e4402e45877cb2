import type { ShownInbound } from '@adieu/db';
import {
  type Channel,
  type InboundOutcome,
  type InboundRemark,
  type InboundState,
  maskAddress,
  type ParkedBecause,
} from '@adieu/domain';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../shared/connection.ts';
import { ChannelEnum } from '../shared/enums.ts';
import {
  InboundOutcomeEnum,
  InboundRemarkEnum,
  InboundStateEnum,
  ParkedBecauseEnum,
} from '../shared/inbound-enums.ts';
import { toId } from '../shared/ids.ts';
import { explainParked } from './explain-parked.ts';
import { explainRemark } from './explain-remark.ts';
import { ForwardedAnswerType } from './forwarded-answer.type.ts';

@ObjectType('InboundMessage', {
  description: 'Something that somebody wrote to a sender, as it came; kept for a time.',
})
export class InboundMessageType {
  readonly row: ShownInbound;

  constructor(row: ShownInbound) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('inbound', this.row.id);
  }

  @Field(() => ChannelEnum)
  channel(): Channel {
    return this.row.channel;
  }

  @Field(() => String, { description: 'The gateway that brought it; of a mail, the way it came.' })
  source(): string {
    return this.row.source;
  }

  @Field(() => String, { nullable: true, description: 'Masked.' })
  from(): string | null {
    const { fromAddress } = this.row;
    return fromAddress === null || fromAddress === undefined ? null : maskAddress(fromAddress);
  }

  @Field(() => String, {
    description: 'The sender that it came to; of a mail without what names its message.',
  })
  to(): string {
    const { channel, toAddress } = this.row;
    return channel === 'EMAIL' ? toAddress.replace(/\+[^@]*/, '') : toAddress;
  }

  @Field(() => String, { nullable: true, description: 'What they wrote.' })
  text(): string | null {
    return this.row.text ?? null;
  }

  @Field(() => Date, { description: 'As the gateway tells the time.' })
  sentAt(): Date {
    return this.row.sentAt;
  }

  @Field(() => Date)
  receivedAt(): Date {
    return this.row.receivedAt;
  }

  @Field(() => InboundStateEnum)
  state(): InboundState {
    return this.row.state;
  }

  @Field(() => InboundOutcomeEnum, {
    nullable: true,
    description: 'Null before it was understood.',
  })
  outcome(): InboundOutcome | null {
    return this.row.outcome ?? null;
  }

  @Field(() => ParkedBecauseEnum, { nullable: true, description: 'Why it waits for a member.' })
  parkedBecause(): ParkedBecause | null {
    return this.row.parkedBecause ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'In words: what went wrong, where it waits for a member; why a mail became what it became, where something else than its words decided.',
  })
  explanation(): string | null {
    const { channel, parkedBecause, remark } = this.row;
    if (parkedBecause) return explainParked(channel, parkedBecause);
    return remark ? explainRemark(remark) : null;
  }

  @Field(() => InboundRemarkEnum, {
    nullable: true,
    description: 'The same for programs, of a mail that was understood.',
  })
  remark(): InboundRemark | null {
    return this.row.remark ?? null;
  }

  @Field(() => ForwardedAnswerType, {
    nullable: true,
    description: 'Of an answer that goes to whoever reads the account’s mail: how that went.',
  })
  forwarded(): ForwardedAnswerType | null {
    const { forwardAskedAt: askedAt, forwardEndedAt: endedAt, forwardOutcome: outcome } = this.row;
    return askedAt === null ? null : { askedAt, endedAt, outcome };
  }

  @Field(() => String, { nullable: true, description: 'The keyword that it was read as.' })
  keyword(): string | null {
    return this.row.keyword ?? null;
  }

  @Field(() => [String], {
    description:
      'Why it was read so: the words that decided, as they were written, or the keyword that they are. None where no word decided.',
  })
  why(): readonly string[] {
    return this.row.why;
  }

  @Field(() => ID, { nullable: true, description: 'The request that it opened or joined.' })
  requestId(): string | null {
    const { requestId } = this.row;
    return requestId === null || requestId === undefined ? null : toId('optout', requestId);
  }
}

export const InboundMessageConnection = connectionOf('InboundMessage', InboundMessageType);
export type InboundMessageConnection = InstanceType<typeof InboundMessageConnection>;
