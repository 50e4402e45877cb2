import { type ListedSuppression, listSuppressions, type SuppressionsAfter } from '@adieu/db';
import type { Channel, SuppressionState } from '@adieu/domain';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { ChannelEnum, SuppressionStateEnum } from '../shared/enums.ts';
import { fromId } from '../shared/ids.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { SuppressionConnection } from './suppression.type.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';
import { SuppressionType } from './suppression.type.ts';

@InputType({ description: 'What is not given does not matter; what is given must all be met.' })
export class SuppressionFilter {
  @Field(() => ID, {
    nullable: true,
    description:
      'Everybody of this book whom it does not reach: who left it, and contacts of it who left more than it.',
  })
  readonly addressBookId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The account itself, its books and its topics.' })
  readonly accountId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly topicId?: string | null;

  @Field(() => [SuppressionStateEnum], { nullable: true })
  readonly states?: SuppressionState[] | null;

  @Field(() => ChannelEnum, { nullable: true })
  readonly channel?: Channel | null;

  @Field(() => Date, { nullable: true, description: 'Since this instant or later.' })
  readonly sinceAfter?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since before this instant.' })
  readonly sinceBefore?: Date | null;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

@Resolver(() => SuppressionType)
export class Suppressions {
  @Query(() => SuppressionConnection, {
    description:
      'Who is unsubscribed, or paused while his wish is reviewed; the newest first (A5).',
  })
  async suppressions(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SuppressionFilter, { nullable: true }) given?: SuppressionFilter | null,
  ): Promise<SuppressionConnection> {
    const { addressBookId, accountId, topicId, ...rest } = given ?? {};
    const { rows, hasNext } = await listSuppressions(ctx.db.sql, viewerOf(ctx).organisationId, {
      filter: {
        ...rest,
        ...(addressBookId && { addressBookId: fromId('book', addressBookId) ?? NOBODY }),
        ...(accountId && { accountId: fromId('account', accountId) ?? NOBODY }),
        ...(topicId && { topicId: fromId('topic', topicId) ?? NOBODY }),
      },
      first: firstOf(page),
      after: readAfter(page),
    });
    const edges = rows.map((row) => ({ node: new SuppressionType(row), cursor: cursorOf(row) }));
    return new SuppressionConnection({ edges, hasNext });
  }

  @FieldResolver(() => OptOutRequestType, {
    nullable: true,
    description: 'The request that it is for.',
  })
  async request(
    @Root() { row }: SuppressionType,
    @Ctx() { loaders }: Context,
  ): Promise<OptOutRequestType | null> {
    const request = row.requestId === null ? null : await loaders.request.load(row.requestId);
    return request && new OptOutRequestType(request);
  }
}

function cursorOf({ since, addressKey, scopeId, channel }: ListedSuppression): string {
  return writeCursor(since.toISOString(), addressKey.toString('hex'), scopeId, channel);
}

function readAfter(page: PageArgs): SuppressionsAfter | null {
  const parts = readCursor(
    page,
    ([since, key, scopeId, channel]) =>
      !Number.isNaN(Date.parse(since ?? '')) &&
      /^[\da-f]{64}$/.test(key ?? '') &&
      isUuid(scopeId) &&
      /^[A-Z]{1,20}$/.test(channel ?? ''),
  );
  if (parts === null) return null;
  const [since, addressKey, scopeId, channel] = parts as [string, string, string, string];
  return { since: new Date(since), addressKey, scopeId, channel };
}
