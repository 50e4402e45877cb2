import { findWebhookEndpoint, rotateWebhookSecrets } from '@adieu/db';
import { LONGEST_OVERLAP_SECONDS, parseDuration } from '@adieu/domain';
import { createWebhookSecrets, sealWebhookSecrets, showWebhookSecret } from '@adieu/keys';
import { GraphQLISO8601Duration } from 'graphql-scalars';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { WebhookSecretMade } from './create-webhook-endpoint.mutation.ts';
import { WebhookEndpointInput } from './webhook-endpoint.input.ts';
import { WebhookEndpointType } from './webhook-endpoint.type.ts';

@InputType()
export class RotateWebhookSecretInput extends WebhookEndpointInput {
  @Field(() => GraphQLISO8601Duration, {
    defaultValue: 'PT24H',
    description: 'So long deliveries are signed with the old secrets too: at most P7D.',
  })
  readonly overlap!: string;
}

const RotateWebhookSecretResult = keyResult('RotateWebhookSecretResult', () => [
  WebhookSecretMade,
  NotFound,
]);

@Resolver()
export class RotateWebhookSecret {
  @Mutation(() => RotateWebhookSecretResult, {
    description:
      'A new secret and a new key pair. Deliveries are signed with both for the overlap, so that none is refused while a server changes.',
  })
  async rotateWebhookSecret(
    @Ctx() ctx: Context,
    @Arg('input', () => RotateWebhookSecretInput) input: RotateWebhookSecretInput,
  ): Promise<typeof RotateWebhookSecretResult> {
    const { organisationId } = viewerOf(ctx);
    const id = readId('endpoint', input.id, 'id');
    const seconds = parseDuration(input.overlap);
    if (seconds === null || seconds > LONGEST_OVERLAP_SECONDS)
      return new InvalidInput('overlap', 'At most seven days (P7D).', 'OVERLAP_TOO_LONG');
    const secrets = createWebhookSecrets();
    const rotation = {
      secrets: sealWebhookSecrets(ctx.ring, id, secrets),
      previousUntil: new Date(ctx.now.getTime() + seconds * 1000),
    };
    const done = await idempotentMutation(ctx, 'rotateWebhookSecret', input, (tx) =>
      rotateWebhookSecrets(tx, organisationId, id, rotation),
    );
    if (done instanceof Problem) return done;
    const row = await findWebhookEndpoint(ctx.db.sql, organisationId, id);
    if ('refused' in done.result || row === null) return new NotFound('endpoint', 'id');
    return answer(WebhookSecretMade, {
      endpoint: new WebhookEndpointType(row),
      secret: ctx.replayed ? null : showWebhookSecret(secrets),
    });
  }
}
