import type { Change } from '@adieu/db';
import { Arg, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { accountsAt } from '../access/held-rights.ts';
import { readChangesCursor } from '../changes/cursor.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { OptOutRequestChangeType } from './opt-out-request-change.type.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';

@Resolver(() => OptOutRequestChangeType)
export class OptOutRequestChanges {
  @Subscription(() => OptOutRequestChangeType, {
    subscribe: ({ args, context, info }) =>
      follow(context as Context, info, (args as { after?: string | null }).after),
    description:
      'What happens to requests, live. `after`: a cursor of an earlier change, or `changesCursor` of a list; from there on nothing is missed and nothing told twice.',
  })
  optOutRequestChanged(
    @Root() change: Change,
    @Arg('after', () => String, { nullable: true }) _after?: string | null,
  ): OptOutRequestChangeType {
    return new OptOutRequestChangeType(change);
  }

  @FieldResolver(() => OptOutRequestType, {
    nullable: true,
    description: 'As it is now, which may be later than this change; null where it is gone.',
  })
  async request(
    @Root() { row }: OptOutRequestChangeType,
    @Ctx() { loaders }: Context,
  ): Promise<OptOutRequestType | null> {
    const request = row.requestId ? await loaders.request.load(row.requestId) : null;
    return request && new OptOutRequestType(request);
  }
}

function follow(
  ctx: Context,
  info: GraphQLResolveInfo,
  after: string | null | undefined,
): AsyncIterable<Change> {
  const accounts = accountsAt(ctx, info);
  return ctx.changes.follow(viewerOf(ctx), accounts, readChangesCursor(after), ctx.gone);
}
