import { gateStops } from '@adieu/db';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { BadArgument } from '../shared/bad-argument.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { GateStopsType } from './gate-stops.type.ts';
import { AccountType } from '../accounts/account.type.ts';

const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

@Resolver(() => GateStopsType)
export class GateStopsQueries {
  @Query(() => [GateStopsType], {
    description:
      'What the gate stopped, by day, account and reason, from an instant until before another: at most 366 days.',
  })
  async gateStops(
    @Ctx() ctx: Context,
    @Arg('from', () => Date) from: Date,
    @Arg('to', () => Date) to: Date,
    @Arg('accountId', () => ID, { nullable: true }) accountId?: string | null,
  ): Promise<GateStopsType[]> {
    const ms = to.getTime() - from.getTime();
    if (ms < 0 || ms > LONGEST_DAYS * DAY_MS)
      throw new BadArgument('to', `must be after "from", by ${LONGEST_DAYS} days at most`);
    const rows = await gateStops(ctx.db.sql, viewerOf(ctx).organisationId, {
      from,
      to,
      accountId: readOptionalId('account', accountId, 'accountId'),
    });
    return rows.map((row) => new GateStopsType(row));
  }

  @FieldResolver(() => AccountType)
  async account(@Root() { row }: GateStopsType, @Ctx() { loaders }: Context): Promise<AccountType> {
    const account = await loaders.account.load(row.accountId);
    return new AccountType(account!);
  }
}
