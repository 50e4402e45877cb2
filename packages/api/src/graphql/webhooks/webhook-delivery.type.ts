import type { WebhookDeliveryRow, WebhookTry } from '@adieu/db';
import type { WebhookDeliveryState } from '@adieu/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../shared/connection.ts';
import { toId } from '../shared/ids.ts';
import { WebhookDeliveryStateEnum } from './webhook-enums.ts';
import { explainTry } from './explain-try.ts';

@ObjectType('WebhookTry', { description: 'One attempt to deliver.' })
export class WebhookTryType {
  readonly tried: WebhookTry;

  constructor(tried: WebhookTry) {
    this.tried = tried;
  }

  @Field(() => Date)
  at(): Date {
    return new Date(this.tried.at);
  }

  @Field(() => Int)
  tookMilliseconds(): number {
    return this.tried.tookMs;
  }

  @Field(() => Int, { nullable: true, description: 'Of the answer; null where none came.' })
  status(): number | null {
    return this.tried.status;
  }

  @Field(() => String, { description: 'The first kilobyte of what was answered.' })
  answer(): string {
    return this.tried.answer;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why it was not taken, and what to do; null where it was.',
  })
  problem(): string | null {
    return explainTry(this.tried);
  }
}

@ObjectType('WebhookDelivery', {
  description:
    'What went to an endpoint, kept for 30 days. What has not been tried yet is not among them.',
})
export class WebhookDeliveryType {
  readonly row: WebhookDeliveryRow;

  constructor(row: WebhookDeliveryRow) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('delivery', this.row.id);
  }

  @Field(() => ID)
  endpointId(): string {
    return toId('endpoint', this.row.endpointId);
  }

  @Field(() => ID, {
    description: 'The webhook-id: the same for all attempts, replays and endpoints.',
  })
  eventId(): string {
    return toId('event', this.row.eventId);
  }

  @Field(() => String)
  type(): string {
    return this.row.type;
  }

  @Field(() => Date, { description: 'When what it tells of happened.' })
  at(): Date {
    return this.row.at;
  }

  @Field(() => String, {
    nullable: true,
    description: 'As it was sent; null once a person it is about was erased.',
  })
  body(): string | null {
    return this.row.body;
  }

  @Field(() => WebhookDeliveryStateEnum)
  state(): WebhookDeliveryState {
    return this.row.state;
  }

  @Field(() => [WebhookTryType], { description: 'The last 20, in order.' })
  tries(): WebhookTryType[] {
    return this.row.tries.map((tried) => new WebhookTryType(tried));
  }
}

export const WebhookDeliveryConnection = connectionOf('WebhookDelivery', WebhookDeliveryType);
export type WebhookDeliveryConnection = InstanceType<typeof WebhookDeliveryConnection>;
