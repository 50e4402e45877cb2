import { waitingIdsOfQuarantine, waitingQuarantines } from '@adieu/db';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { toId } from '../shared/ids.ts';
import { readId } from '../shared/read-id.ts';
import { ReviewViewType } from './review-view.type.ts';
import { WaitingQuarantineType } from './waiting-quarantine.type.ts';

/** As many as decideByReview takes at once. */
const MOST_IDS = 1_000;

@Resolver(() => ReviewViewType)
export class WaitingQuarantines {
  @FieldResolver(() => [WaitingQuarantineType], {
    description: 'Bursts of suspected robots that wait, what ends first first; 20 at most.',
  })
  async quarantines(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
  ): Promise<WaitingQuarantineType[]> {
    const rows = await waitingQuarantines(db.sql, link);
    return rows.map((row) => new WaitingQuarantineType(row));
  }

  @FieldResolver(() => [ID], {
    description: `The first ${MOST_IDS} that wait in a quarantine and had come in by an instant.`,
  })
  async quarantineIds(
    @Root() { link }: ReviewViewType,
    @Ctx() { db }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('receivedBy', () => Date) receivedBy: Date,
  ): Promise<string[]> {
    const quarantineId = readId('quarantine', id, 'id');
    const { organisationId, accountIds } = link;
    const query = { organisationId, accountIds, quarantineId, receivedBy, limit: MOST_IDS };
    return (await waitingIdsOfQuarantine(db.sql, query)).map((each) => toId('optout', each));
  }
}
