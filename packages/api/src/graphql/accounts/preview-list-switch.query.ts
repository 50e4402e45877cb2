import { previewListSwitch } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { ListSwitchType } from './list-switch.type.ts';

@Resolver()
export class PreviewListSwitch {
  @Query(() => ListSwitchType, {
    nullable: true,
    description: 'What `switchAccountList` would do now; null where there is no such account (D6).',
  })
  async previewListSwitch(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID) accountId: string,
    @Arg('keepsOwnList', () => Boolean) keepsOwnList: boolean,
  ): Promise<ListSwitchType | null> {
    const uuid = fromId('account', accountId);
    if (uuid === null) return null;
    const { organisationId } = viewerOf(ctx);
    const counts = await previewListSwitch(ctx.db.sql, {
      organisationId,
      accountId: uuid,
      keepsOwnList,
    });
    return 'refused' in counts ? null : new ListSwitchType(counts);
  }
}
