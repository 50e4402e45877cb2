import { findWebhookEndpoint, listWebhookEndpoints } from '@adieu/db';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { pageOf } from '../shared/connection.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { readId, readOptionalId } from '../shared/read-id.ts';
import { WebhookEndpointConnection, WebhookEndpointType } from './webhook-endpoint.type.ts';

@Resolver()
export class WebhookEndpoints {
  @Query(() => WebhookEndpointType, { nullable: true, description: 'Null where there is none.' })
  async webhookEndpoint(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<WebhookEndpointType | null> {
    const { organisationId } = viewerOf(ctx);
    const row = await findWebhookEndpoint(ctx.db.sql, organisationId, readId('endpoint', id, 'id'));
    return row && new WebhookEndpointType(row);
  }

  @Query(() => WebhookEndpointConnection, {
    description: 'The newest first; of one account alone, if one is named.',
  })
  async webhookEndpoints(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('accountId', () => ID, { nullable: true }) accountId?: string | null,
  ): Promise<WebhookEndpointConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listWebhookEndpoints(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
      accountId: readOptionalId('account', accountId, 'accountId'),
    });
    return new WebhookEndpointConnection(
      pageOf(
        listed,
        (row) => new WebhookEndpointType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
