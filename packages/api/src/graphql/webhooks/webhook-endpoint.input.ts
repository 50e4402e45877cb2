import type { WebhookContent } from '@adieu/domain';
import { Field, ID, InputType } from 'type-graphql';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { WebhookContentEnum } from './webhook-enums.ts';

const TYPES = 'What it wants to be told, such as optout.confirmed; empty = everything.';

@InputType()
export class CreateWebhookEndpointInput extends IdempotentInput {
  @Field(() => String, { description: 'Takes deliveries by POST; https://' })
  readonly url!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Told of this account alone; of the whole organisation if not given.',
  })
  readonly accountId?: string | null;

  @Field(() => String, { defaultValue: '', description: 'What it is for, in your words.' })
  readonly description!: string;

  @Field(() => [String], { defaultValue: [], description: TYPES })
  readonly types!: readonly string[];

  @Field(() => WebhookContentEnum, { defaultValue: 'THIN' })
  readonly content!: WebhookContent;
}

@InputType({ description: 'What is not given stays as it is.' })
export class ChangeWebhookEndpointInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly url?: string | null;

  @Field(() => String, { nullable: true })
  readonly description?: string | null;

  @Field(() => [String], { nullable: true, description: TYPES })
  readonly types?: readonly string[] | null;

  @Field(() => WebhookContentEnum, { nullable: true })
  readonly content?: WebhookContent | null;
}

@InputType()
export class WebhookEndpointInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}
