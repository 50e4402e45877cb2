import { listUndeliverable } from '@adieu/db';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { pageOf } from '../shared/connection.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import {
  UndeliverableAddressConnection,
  UndeliverableAddressType,
} from './undeliverable-address.type.ts';

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;

@Resolver()
export class UndeliverableAddresses {
  @Query(() => UndeliverableAddressConnection, {
    description: 'To whom nothing more is sent, as it came back; the newest first.',
  })
  async undeliverableAddresses(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('domain', () => String, {
      nullable: true,
      description: 'Of this mail domain alone, as example.com.',
    })
    domain?: string | null,
    @Arg('accountId', () => ID, {
      nullable: true,
      description: 'Those of which something came back to this account.',
    })
    accountId?: string | null,
  ): Promise<UndeliverableAddressConnection> {
    const after = readCursor(page, ([since, id]) => TIME.test(since ?? '') && isUuid(id));
    const listed = await listUndeliverable(ctx.db.sql, viewerOf(ctx).organisationId, {
      domain: domain?.toLowerCase() ?? null,
      accountId: readOptionalId('account', accountId, 'accountId'),
      first: firstOf(page),
      after: after && { since: after[0]!, recipientId: after[1]! },
    });
    return new UndeliverableAddressConnection(
      pageOf(
        listed,
        (row) => new UndeliverableAddressType(row),
        (row) => writeCursor(row.at, row.recipientId),
      ),
    );
  }
}
