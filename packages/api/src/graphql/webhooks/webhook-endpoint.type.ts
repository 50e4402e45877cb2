import type { WebhookEndpointRow } from '@adieu/db';
import type { WebhookContent, WebhookDisabledBecause, WebhookEndpointState } from '@adieu/domain';
import { openWebhookSecrets, showWebhookPublicKey } from '@adieu/keys';
import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../shared/connection.ts';
import type { Context } from '../shared/context.ts';
import { toId } from '../shared/ids.ts';
import {
  WebhookContentEnum,
  WebhookDisabledBecauseEnum,
  WebhookEndpointStateEnum,
} from './webhook-enums.ts';

@ObjectType('WebhookEndpoint', {
  description: 'Where webhooks go (Standard Webhooks), one delivery after the other.',
})
export class WebhookEndpointType {
  readonly row: WebhookEndpointRow;

  constructor(row: WebhookEndpointRow) {
    this.row = row;
  }

  @Field(() => ID)
  id(): string {
    return toId('endpoint', this.row.id);
  }

  @Field(() => ID, { nullable: true, description: 'Null = of the whole organisation.' })
  accountId(): string | null {
    return this.row.accountId && toId('account', this.row.accountId);
  }

  @Field(() => String)
  url(): string {
    return this.row.url;
  }

  @Field(() => String)
  description(): string {
    return this.row.description;
  }

  @Field(() => [String], { description: 'What it wants to be told; empty = everything.' })
  types(): readonly string[] {
    return this.row.types;
  }

  @Field(() => WebhookContentEnum)
  content(): WebhookContent {
    return this.row.content;
  }

  @Field(() => WebhookEndpointStateEnum)
  state(): WebhookEndpointState {
    return this.row.state;
  }

  @Field(() => WebhookDisabledBecauseEnum, { nullable: true })
  disabledBecause(): WebhookDisabledBecause | null {
    return this.row.disabledBecause;
  }

  @Field(() => Date, { nullable: true })
  disabledAt(): Date | null {
    return this.row.disabledAt;
  }

  @Field(() => Date, {
    nullable: true,
    description: 'Since when nothing was taken; null where the last delivery was.',
  })
  failingSince(): Date | null {
    return this.row.failingSince;
  }

  @Field(() => Date, {
    nullable: true,
    description: 'When the next try is; null where none waits.',
  })
  retryAt(): Date | null {
    return this.row.retryAt;
  }

  @Field(() => String, {
    description: 'By which anybody verifies the signatures v1a (Ed25519): whpk_…',
  })
  publicKey(@Ctx() ctx: Context): string {
    const { id, secrets } = this.row;
    return showWebhookPublicKey(openWebhookSecrets(ctx.ring, id, secrets));
  }

  @Field(() => Date, {
    nullable: true,
    description:
      'Until then deliveries are signed with the secrets of before the last rotation too.',
  })
  previousSecretUntil(@Ctx() ctx: Context): Date | null {
    const { previousUntil } = this.row;
    return previousUntil !== null && previousUntil > ctx.now ? previousUntil : null;
  }

  @Field(() => Date)
  createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => String, { description: 'The member or key that made it.' })
  createdBy(): string {
    return this.row.createdBy;
  }
}

export const WebhookEndpointConnection = connectionOf('WebhookEndpoint', WebhookEndpointType);
export type WebhookEndpointConnection = InstanceType<typeof WebhookEndpointConnection>;
