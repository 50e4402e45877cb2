import { previewListSwitch } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { ListSwitchType } from './list-switch.type.ts';
import { readId } from '../shared/read-id.ts';

@Resolver()
export class PreviewListSwitch {
  @Query(() => ListSwitchType, {
    nullable: true,
    description: 'What `switchAccountList` would do now; null where there is no such account.',
  })
  async previewListSwitch(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID) accountId: string,
    @Arg('keepsOwnList', () => Boolean) keepsOwnList: boolean,
  ): Promise<ListSwitchType | null> {
    const uuid = readId('account', accountId, 'accountId');
    const { organisationId } = viewerOf(ctx);
    const counts = await previewListSwitch(ctx.db.sql, {
      organisationId,
      accountId: uuid,
      keepsOwnList,
    });
    return 'refused' in counts ? null : new ListSwitchType(counts);
  }
}
