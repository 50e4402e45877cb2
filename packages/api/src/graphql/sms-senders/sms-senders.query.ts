import { findSmsSenders } from '@adieu/db';
import { Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { SmsSenderType } from './sms-sender.type.ts';

@Resolver()
export class SmsSenders {
  @Query(() => [SmsSenderType], {
    description: 'What this organisation may send SMS from, whichever of its accounts does.',
  })
  async smsSenders(@Ctx() ctx: Context): Promise<SmsSenderType[]> {
    const rows = await findSmsSenders(ctx.db.sql, viewerOf(ctx).organisationId);
    return rows.map((row) => new SmsSenderType(row));
  }
}
