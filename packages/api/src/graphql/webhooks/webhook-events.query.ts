import { type ChangesPosition, changesFromNow, toldEventsAfter } from '@adieu/db';
import { type WebhookContent, webhookBody, webhookTypesOf } from '@adieu/domain';
import { webhookEventId } from '@adieu/keys';
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { readChangesCursor, writeChangesCursor } from '../changes/cursor.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { toId } from '../shared/ids.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { WebhookContentEnum } from './webhook-enums.ts';

@ObjectType()
export class WebhookEvent {
  @Field(() => ID, { description: 'The webhook-id that endpoints get.' })
  readonly id!: string;

  @Field(() => String)
  readonly type!: string;

  @Field(() => String, { description: 'JSON, as endpoints get it.' })
  readonly body!: string;
}

@ObjectType({ description: 'What endpoints are told, for who asks instead of being called.' })
export class WebhookEvents {
  @Field(() => [WebhookEvent])
  readonly events!: readonly WebhookEvent[];

  @Field(() => String, { description: 'Give it as `after` to go on from here.' })
  readonly cursor!: string;

  @Field(() => Boolean, { description: 'Whether there is more already.' })
  readonly hasMore!: boolean;
}

/** Events of all organisations that are looked at in one go. */
const PAGE = 500;

@Resolver()
export class WebhookEventsQuery {
  @Query(() => WebhookEvents, {
    description:
      'What happened after a cursor, in order, as an endpoint would be told it; without a cursor, the cursor of now. For development: `adieu listen` prints it.',
  })
  async webhookEvents(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID, { nullable: true }) accountId?: string | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('content', () => WebhookContentEnum, { defaultValue: 'THIN' })
    content: WebhookContent = 'THIN',
  ): Promise<WebhookEvents> {
    const { organisationId } = viewerOf(ctx);
    const whose = {
      organisationId,
      accountId: readOptionalId('account', accountId, 'accountId'),
    };
    const from: ChangesPosition | null = readChangesCursor(after);
    if (from === null) {
      const cursor = writeChangesCursor(await changesFromNow(ctx.engine.sql));
      return { events: [], cursor, hasMore: false };
    }
    // Held to the organisation, one page would look through the whole ledger for enough of its own; so it looks at the order of
    // so many events of all, and reads what they are as the organisation alone.
    const told = await toldEventsAfter(ctx.db.sql, whose, from, PAGE, ctx.engine.sql);
    const events = told.events.flatMap(({ id, event }) =>
      webhookTypesOf(event).map((type) => ({
        id: toId('event', webhookEventId(ctx.ring, event.source, id, type)),
        type,
        body: JSON.stringify(webhookBody(type, event, content)),
      })),
    );
    return { events, cursor: writeChangesCursor(told.position), hasMore: told.more };
  }
}
