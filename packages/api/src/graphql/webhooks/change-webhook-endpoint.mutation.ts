import { changeWebhookEndpoint, pauseWebhookEndpoint, resumeWebhookEndpoint } from '@adieu/db';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { Problem } from '../shared/problems.ts';
import { changeEndpoint, WebhookEndpointResult } from './changed-endpoint.ts';
import { readEndpoint } from './read-endpoint.ts';
import { ChangeWebhookEndpointInput, WebhookEndpointInput } from './webhook-endpoint.input.ts';

@Resolver()
export class ChangeWebhookEndpoint {
  @Mutation(() => WebhookEndpointResult, {
    description: 'What waits for its next try is tried at once.',
  })
  async changeWebhookEndpoint(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeWebhookEndpointInput) input: ChangeWebhookEndpointInput,
  ): Promise<typeof WebhookEndpointResult> {
    const read = readEndpoint(input);
    if (read instanceof Problem) return read;
    const change = { ...read, content: input.content ?? null };
    return changeEndpoint(ctx, 'changeWebhookEndpoint', input, (tx, organisationId, id) =>
      changeWebhookEndpoint(tx, organisationId, id, change),
    );
  }

  @Mutation(() => WebhookEndpointResult, {
    description:
      'Nothing is delivered until it is resumed; what happens meanwhile is delivered then.',
  })
  async pauseWebhookEndpoint(
    @Ctx() ctx: Context,
    @Arg('input', () => WebhookEndpointInput) input: WebhookEndpointInput,
  ): Promise<typeof WebhookEndpointResult> {
    return changeEndpoint(ctx, 'pauseWebhookEndpoint', input, pauseWebhookEndpoint);
  }

  @Mutation(() => WebhookEndpointResult, {
    description: 'Goes on where it stood, also after it was disabled, and tries at once.',
  })
  async resumeWebhookEndpoint(
    @Ctx() ctx: Context,
    @Arg('input', () => WebhookEndpointInput) input: WebhookEndpointInput,
  ): Promise<typeof WebhookEndpointResult> {
    return changeEndpoint(ctx, 'resumeWebhookEndpoint', input, resumeWebhookEndpoint);
  }
}
