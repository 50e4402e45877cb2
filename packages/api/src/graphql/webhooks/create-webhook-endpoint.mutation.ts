import { createWebhookEndpoint, findWebhookEndpoint } from '@adieu/db';
import { createWebhookSecrets, sealWebhookSecrets, showWebhookSecret } from '@adieu/keys';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { readEndpoint } from './read-endpoint.ts';
import { CreateWebhookEndpointInput } from './webhook-endpoint.input.ts';
import { WebhookEndpointType } from './webhook-endpoint.type.ts';

@ObjectType()
export class WebhookSecretMade {
  @Field(() => WebhookEndpointType)
  readonly endpoint!: WebhookEndpointType;

  @Field(() => String, {
    nullable: true,
    description:
      'By which its server verifies the signatures v1: whsec_…, shown this once. Null where an idempotency key gives the first answer again.',
  })
  readonly secret!: string | null;
}

const CreateWebhookEndpointResult = keyResult('CreateWebhookEndpointResult', () => [
  WebhookSecretMade,
  NotFound,
  LimitReached,
]);

@Resolver()
export class CreateWebhookEndpoint {
  @Mutation(() => CreateWebhookEndpointResult, {
    description: 'From now on what happens is delivered there, in order.',
  })
  async createWebhookEndpoint(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateWebhookEndpointInput) input: CreateWebhookEndpointInput,
  ): Promise<typeof CreateWebhookEndpointResult> {
    const { organisationId, name } = viewerOf(ctx);
    const read = readEndpoint(input);
    if (read instanceof Problem) return read;
    const secrets = createWebhookSecrets();
    const endpoint = {
      organisationId,
      accountId: readOptionalId('account', input.accountId, 'accountId'),
      url: read.url!,
      description: read.description ?? '',
      types: read.types ?? [],
      content: input.content,
      seal: (id: string) => sealWebhookSecrets(ctx.ring, id, secrets),
      createdBy: name,
      now: ctx.now,
    };
    const done = await idempotentMutation(ctx, 'createWebhookEndpoint', input, (tx) =>
      createWebhookEndpoint(tx, endpoint),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result)
      return done.result.refused === 'account-not-found'
        ? new NotFound('account', 'accountId')
        : new LimitReached('url', 'An organisation has 100 endpoints at most: delete one first.');
    const row = await findWebhookEndpoint(ctx.db.sql, organisationId, done.result.id);
    if (row === null) return new NotFound('endpoint');
    return answer(WebhookSecretMade, {
      endpoint: new WebhookEndpointType(row),
      secret: ctx.replayed ? null : showWebhookSecret(secrets),
    });
  }
}
