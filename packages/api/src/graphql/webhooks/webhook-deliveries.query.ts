import { findWebhookDelivery, listWebhookDeliveries } from '@adieu/db';
import type { WebhookDeliveryState } from '@adieu/domain';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { pageOf } from '../shared/connection.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { readId } from '../shared/read-id.ts';
import { WebhookDeliveryConnection, WebhookDeliveryType } from './webhook-delivery.type.ts';
import { WebhookDeliveryStateEnum } from './webhook-enums.ts';

@Resolver()
export class WebhookDeliveries {
  @Query(() => WebhookDeliveryType, { nullable: true, description: 'Null where there is none.' })
  async webhookDelivery(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<WebhookDeliveryType | null> {
    const { organisationId } = viewerOf(ctx);
    const row = await findWebhookDelivery(ctx.db.sql, organisationId, readId('delivery', id, 'id'));
    return row && new WebhookDeliveryType(row);
  }

  @Query(() => WebhookDeliveryConnection, {
    description: 'What went to an endpoint in the last 30 days, the newest first.',
  })
  async webhookDeliveries(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('endpointId', () => ID) endpointId: string,
    @Arg('state', () => WebhookDeliveryStateEnum, { nullable: true })
    state?: WebhookDeliveryState | null,
  ): Promise<WebhookDeliveryConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listWebhookDeliveries(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
      endpointId: readId('endpoint', endpointId, 'endpointId'),
      state: state ?? null,
    });
    return new WebhookDeliveryConnection(
      pageOf(
        listed,
        (row) => new WebhookDeliveryType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}
