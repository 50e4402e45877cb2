import {
  askForWebhookTest,
  findWebhookDelivery,
  findWebhookEndpoint,
  replayWebhookDelivery,
  replayWebhooksSince,
} from '@adieu/db';
import { webhookTestBody } from '@adieu/domain';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { WebhookEndpointChanged, WebhookEndpointResult } from './changed-endpoint.ts';
import { replayProblem } from './replay-problem.ts';
import { WebhookDeliveryType } from './webhook-delivery.type.ts';
import { WebhookEndpointInput } from './webhook-endpoint.input.ts';
import { WebhookEndpointType } from './webhook-endpoint.type.ts';

@InputType()
export class ReplayWebhooksInput extends WebhookEndpointInput {
  @Field(() => Date, {
    description: 'Of what happened from then on; the log reaches back 30 days.',
  })
  readonly since!: Date;
}

@ObjectType({ description: 'It is under way: ask for the delivery again to see what came of it.' })
export class WebhookDeliveryAsked {
  @Field(() => WebhookDeliveryType)
  readonly delivery!: WebhookDeliveryType;
}

const WebhookDeliveryResult = keyResult('WebhookDeliveryResult', () => [
  WebhookDeliveryAsked,
  NotFound,
]);

@Resolver()
export class AskForWebhook {
  @Mutation(() => WebhookDeliveryResult, {
    description: 'Sends webhook.test to an endpoint, once and at once, whatever state it is in.',
  })
  async testWebhookEndpoint(
    @Ctx() ctx: Context,
    @Arg('input', () => WebhookEndpointInput) input: WebhookEndpointInput,
  ): Promise<typeof WebhookDeliveryResult> {
    const { organisationId } = viewerOf(ctx);
    const endpointId = readId('endpoint', input.id, 'id');
    const body = JSON.stringify(webhookTestBody(organisationId, endpointId, ctx.now));
    const done = await idempotentMutation(ctx, 'testWebhookEndpoint', input, (tx) =>
      askForWebhookTest(tx, { organisationId, endpointId, body, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    return 'refused' in done.result ? new NotFound('endpoint', 'id') : asked(ctx, done.result.id);
  }

  @Mutation(() => WebhookDeliveryResult, {
    description: 'Sends one delivery of the log once more: the same id and body, once and at once.',
  })
  async replayWebhookDelivery(
    @Ctx() ctx: Context,
    @Arg('input', () => WebhookEndpointInput) input: WebhookEndpointInput,
  ): Promise<typeof WebhookDeliveryResult> {
    const { organisationId } = viewerOf(ctx);
    const id = readId('delivery', input.id, 'id');
    const done = await idempotentMutation(ctx, 'replayWebhookDelivery', input, (tx) =>
      replayWebhookDelivery(tx, { organisationId, id, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    if (!('refused' in done.result)) return asked(ctx, id);
    const { refused } = done.result;
    return refused === 'not-found' ? new NotFound('delivery', 'id') : replayProblem(refused);
  }

  @Mutation(() => WebhookEndpointResult, {
    description:
      'Begins again at the first delivery of what happened since a time: all of it comes once more, in order and with the same ids, and then what is new.',
  })
  async replayWebhooks(
    @Ctx() ctx: Context,
    @Arg('input', () => ReplayWebhooksInput) input: ReplayWebhooksInput,
  ): Promise<typeof WebhookEndpointResult> {
    const { organisationId } = viewerOf(ctx);
    const endpointId = readId('endpoint', input.id, 'id');
    if (input.since > ctx.now)
      return new InvalidInput(
        'since',
        'Give a time that is past: what comes later is told anyway.',
      );
    const done = await idempotentMutation(ctx, 'replayWebhooks', input, (tx) =>
      replayWebhooksSince(tx, { organisationId, endpointId, since: input.since }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result && done.result.refused !== 'not-found')
      return replayProblem(done.result.refused);
    const row = await findWebhookEndpoint(ctx.db.sql, organisationId, endpointId);
    if ('refused' in done.result || row === null) return new NotFound('endpoint', 'id');
    return answer(WebhookEndpointChanged, { endpoint: new WebhookEndpointType(row) });
  }
}

async function asked(ctx: Context, id: string): Promise<WebhookDeliveryAsked | NotFound> {
  const row = await findWebhookDelivery(ctx.db.sql, viewerOf(ctx).organisationId, id);
  return row === null
    ? new NotFound('delivery', 'id')
    : answer(WebhookDeliveryAsked, { delivery: new WebhookDeliveryType(row) });
}
