import { countRequests, findRequests, listRequests, type RequestPage } from '@adieu/db';
import type { OptOutMethod, RequestState, Signal } from '@adieu/domain';
import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../context.ts';
import {
  OptOutMethodEnum,
  OptOutRequestOrderEnum,
  OptOutRequestStateEnum,
  type RequestOrder,
  SignalEnum,
} from '../enums.ts';
import { fromId } from '../ids.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../page-args.ts';
import { OptOutRequestConnection } from '../types/connections.ts';
import { OptOutRequestType } from '../types/opt-out-request.ts';

@InputType({ description: 'What is not given does not matter.' })
export class OptOutRequestFilter {
  @Field(() => [OptOutRequestStateEnum], { nullable: true })
  readonly states?: RequestState[] | null;

  @Field(() => [SignalEnum], { nullable: true })
  readonly signals?: Signal[] | null;

  @Field(() => [OptOutMethodEnum], { nullable: true })
  readonly methods?: OptOutMethod[] | null;

  @Field(() => ID, { nullable: true })
  readonly addressBookId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly accountId?: string | null;

  @Field(() => Date, { nullable: true, description: 'At this instant or later.' })
  readonly deadlineAfter?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  readonly deadlineBefore?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The requests of one burst.' })
  readonly quarantine?: string | null;
}

/** An id that is nobody's: what is filtered by a foreign book or account is empty, like one that does not exist. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

@Resolver()
export class OptOutRequestQueries {
  @Query(() => OptOutRequestConnection, {
    description: 'The admin’s queue, and everything that ever was in it.',
  })
  async optOutRequests(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OptOutRequestFilter, { nullable: true })
    given?: OptOutRequestFilter | null,
    @Arg('orderBy', () => OptOutRequestOrderEnum, { defaultValue: 'DEADLINE' })
    orderBy: RequestOrder = 'DEADLINE',
  ): Promise<OptOutRequestConnection> {
    const { organisationId } = viewerOf(ctx);
    const filter = readFilter(given ?? {});
    const { rows, hasNext } = await listRequests(ctx.db.sql, organisationId, {
      filter,
      orderBy,
      first: firstOf(page),
      after: readAfter(page),
    });
    const edges = rows.map((row) => {
      const at = orderBy === 'DEADLINE' ? row.deadline : row.receivedAt;
      const cursor = writeCursor(at?.toISOString() ?? 'infinity', row.id);
      return { node: new OptOutRequestType(row), cursor };
    });
    const count = (): Promise<number> => countRequests(ctx.db.sql, organisationId, filter);
    return new OptOutRequestConnection({ edges, hasNext, count });
  }

  @Query(() => OptOutRequestType, { nullable: true })
  async optOutRequest(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<OptOutRequestType | null> {
    const uuid = fromId('optout', id);
    if (uuid === null) return null;
    const [row] = await findRequests(ctx.db.sql, viewerOf(ctx).organisationId, [uuid]);
    return row === undefined ? null : new OptOutRequestType(row);
  }
}

function readFilter(given: OptOutRequestFilter): RequestPage['filter'] {
  const { addressBookId, accountId, quarantine, ...rest } = given;
  return {
    ...rest,
    ...(addressBookId && { addressBookId: fromId('book', addressBookId) ?? NOBODY }),
    ...(accountId && { accountId: fromId('account', accountId) ?? NOBODY }),
    ...(quarantine && { quarantineId: fromId('quarantine', quarantine) ?? NOBODY }),
  };
}

function readAfter(page: PageArgs): RequestPage['after'] {
  const parts = readCursor(
    page,
    ([at, id]) => isUuid(id) && (at === 'infinity' || !Number.isNaN(Date.parse(at ?? ''))),
  );
  if (parts === null) return null;
  const [at, id] = parts as [string, string];
  return { at: at === 'infinity' ? at : new Date(at), id };
}
