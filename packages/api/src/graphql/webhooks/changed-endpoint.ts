import { findWebhookEndpoint, type Transaction } from '@adieu/db';
import { Field, ObjectType } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import type { WebhookEndpointInput } from './webhook-endpoint.input.ts';
import { WebhookEndpointType } from './webhook-endpoint.type.ts';

@ObjectType({ description: 'It is as asked.' })
export class WebhookEndpointChanged {
  @Field(() => WebhookEndpointType)
  readonly endpoint!: WebhookEndpointType;
}

export const WebhookEndpointResult = keyResult('WebhookEndpointResult', () => [
  WebhookEndpointChanged,
  NotFound,
]);

/** Does one thing to an endpoint, once, and shows it as it is then. */
export async function changeEndpoint(
  ctx: Context,
  operation: string,
  input: WebhookEndpointInput,
  work: (
    tx: Transaction,
    organisationId: string,
    id: string,
  ) => Promise<{ readonly id: string } | { readonly refused: 'not-found' }>,
): Promise<typeof WebhookEndpointResult> {
  const { organisationId } = viewerOf(ctx);
  const id = readId('endpoint', input.id, 'id');
  const done = await idempotentMutation(ctx, operation, input, (tx) =>
    work(tx, organisationId, id),
  );
  if (done instanceof Problem) return done;
  const row = await findWebhookEndpoint(ctx.db.sql, organisationId, id);
  if ('refused' in done.result || row === null) return new NotFound('endpoint', 'id');
  return answer(WebhookEndpointChanged, { endpoint: new WebhookEndpointType(row) });
}
