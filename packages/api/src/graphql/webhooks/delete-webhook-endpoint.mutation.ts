import { deleteWebhookEndpoint } from '@adieu/db';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { WebhookEndpointInput } from './webhook-endpoint.input.ts';

@ObjectType()
export class WebhookEndpointDeleted {
  @Field(() => ID)
  readonly id!: string;
}

const DeleteWebhookEndpointResult = keyResult('DeleteWebhookEndpointResult', () => [
  WebhookEndpointDeleted,
  NotFound,
]);

@Resolver()
export class DeleteWebhookEndpoint {
  @Mutation(() => DeleteWebhookEndpointResult, { description: 'With its log of deliveries.' })
  async deleteWebhookEndpoint(
    @Ctx() ctx: Context,
    @Arg('input', () => WebhookEndpointInput) input: WebhookEndpointInput,
  ): Promise<typeof DeleteWebhookEndpointResult> {
    const { organisationId } = viewerOf(ctx);
    const id = readId('endpoint', input.id, 'id');
    const done = await idempotentMutation(ctx, 'deleteWebhookEndpoint', input, (tx) =>
      deleteWebhookEndpoint(tx, organisationId, id),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return new NotFound('endpoint', 'id');
    return answer(WebhookEndpointDeleted, { id: input.id });
  }
}
