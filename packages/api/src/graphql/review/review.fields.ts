import { isTimeZone } from '@adieu/domain';
import {
  decidedByPerson,
  plansOfPerson,
  type Reviewed,
  type ReviewLink,
  reviewFigures,
  waitingByBook,
  waitingIds,
  waitingRequests,
} from '@adieu/db';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { pageOf } from '../shared/connection.ts';
import type { Context } from '../shared/context.ts';
import { toId } from '../shared/ids.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { ReviewRequestConnection, ReviewRequestType } from './review-request.type.ts';
import { PlannedDecisionType } from './planned-decision.type.ts';
import { ReviewFiguresType } from './review-figures.type.ts';
import { ReviewViewType, WaitingBook } from './review-view.type.ts';

/** As many as decideByReview takes at once. */
const MOST_IDS = 1_000;

const RECENTLY_DECIDED = 20;

const reviewedBy = ({ organisationId, accountIds }: ReviewLink): Reviewed => ({
  organisationId,
  accountIds,
});

@Resolver(() => ReviewViewType)
export class ReviewFields {
  @FieldResolver(() => [WaitingBook], { description: 'Where something waits, the most first.' })
  async books(@Root() { link }: ReviewViewType, @Ctx() { db }: Context): Promise<WaitingBook[]> {
    const books = await waitingByBook(db.sql, link);
    return books.map(({ addressBookId, name, count }) => ({
      id: addressBookId && toId('book', addressBookId),
      name,
      count,
    }));
  }

  @FieldResolver(() => ReviewRequestConnection, {
    description: 'What ends first comes first. Leaves out what can still be undone.',
  })
  async waiting(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('addressBookId', () => ID, { nullable: true }) addressBookId?: string | null,
  ): Promise<ReviewRequestConnection> {
    const cursor = readCursor(
      args,
      ([at, id]) => !Number.isNaN(Date.parse(at ?? '')) && isUuid(id),
    );
    const listed = await waitingRequests(db.sql, {
      ...reviewedBy(link),
      addressBookId: readOptionalId('book', addressBookId, 'addressBookId'),
      first: firstOf(args),
      after: cursor && { deadline: new Date(cursor[0]!), id: cursor[1]! },
    });
    const shown = new Map(
      ReviewRequestType.list(listed.rows, link.language).map((one, i) => [listed.rows[i]!, one]),
    );
    return new ReviewRequestConnection(
      pageOf(
        listed,
        (row) => shown.get(row)!,
        (row) => writeCursor(row.deadline!.toISOString(), row.id),
      ),
    );
  }

  @FieldResolver(() => [ID], {
    description: `The first ${MOST_IDS} that wait and had come in by an instant: nobody decides what they were not shown.`,
  })
  async waitingIds(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
    @Arg('receivedBy', () => Date) receivedBy: Date,
    @Arg('addressBookId', () => ID, { nullable: true }) addressBookId?: string | null,
  ): Promise<string[]> {
    const ids = await waitingIds(db.sql, {
      ...reviewedBy(link),
      addressBookId: readOptionalId('book', addressBookId, 'addressBookId'),
      receivedBy,
      limit: MOST_IDS,
    });
    return ids.map((id) => toId('optout', id));
  }

  @FieldResolver(() => [PlannedDecisionType], {
    description: 'Their decisions that can still be undone, and the one that is named.',
  })
  async planned(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
    @Arg('also', () => ID, { nullable: true }) also?: string | null,
  ): Promise<PlannedDecisionType[]> {
    const rows = await plansOfPerson(db.sql, link.memberId, readOptionalId('plan', also, 'also'));
    return rows.map((row) => new PlannedDecisionType(row, link.language));
  }

  @FieldResolver(() => [ReviewRequestType], { description: 'What they decided last.' })
  async recentlyDecided(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
  ): Promise<ReviewRequestType[]> {
    const limit = Math.min(Math.max(first ?? RECENTLY_DECIDED, 0), 100);
    const rows = await decidedByPerson(db.sql, link.memberId, limit);
    return ReviewRequestType.list(rows, link.language);
  }

  @FieldResolver(() => ReviewFiguresType)
  async figures(
    @Root() { link }: ReviewViewType,
    @Ctx() { db, now }: Context,
    @Arg('timeZone', () => String, {
      nullable: true,
      description: 'Where days begin at midnight (IANA); UTC if not given or not known.',
    })
    timeZone?: string | null,
  ): Promise<ReviewFiguresType> {
    const zone = timeZone && isTimeZone(timeZone) ? timeZone : 'UTC';
    return new ReviewFiguresType(
      await reviewFigures(db.sql, { ...reviewedBy(link), timeZone: zone, now }),
    );
  }
}
