import {
  changesFromNow,
  countRequests,
  listRequests,
  type RequestOrder,
  type RequestPage,
  type OptOutRequest,
} from '@adieu/db';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { writeChangesCursor } from '../changes/cursor.ts';
import { pageOf } from '../shared/connection.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { OptOutRequestOrderEnum } from '../shared/enums.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { OptOutRequestConnection, OptOutRequestType } from './opt-out-request.type.ts';
import { OptOutRequestFilter, readFilter } from './opt-out-request-filter.input.ts';

@Resolver()
export class OptOutRequests {
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
    const filter = readFilter(ctx, given ?? {});
    const wanted = { filter, orderBy, first: firstOf(page), after: readAfter(page) };
    // Before the list: a change between the two is then told again, and never missed.
    const changes = await changesFromNow(ctx.db.sql);
    const listed = await listRequests(ctx.db.sql, organisationId, wanted);
    const requests = pageOf(
      listed,
      (row) => new OptOutRequestType(row),
      (row) => writeCursor(keyOf(row, orderBy)?.toISOString() ?? 'infinity', row.id),
    );
    const count = (): Promise<number> => countRequests(ctx.db.sql, organisationId, filter);
    const changesCursor = writeChangesCursor(changes);
    return new OptOutRequestConnection({ ...requests, count, changesCursor });
  }
}

function keyOf(row: OptOutRequest, order: RequestOrder): Date | null | undefined {
  return { DEADLINE: row.deadline, RECEIVED_AT: row.receivedAt, DECIDED_AT: row.decidedAt }[order];
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
