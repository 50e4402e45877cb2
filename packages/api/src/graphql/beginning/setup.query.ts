import { setupState, type SetupState } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { SetupStateEnum } from './enums.ts';

@Resolver()
export class SetupQuery {
  @Query(() => SetupStateEnum, {
    nullable: true,
    description: 'Where the set-up by this link stands; null for a link that is none.',
  })
  setup(
    @Ctx() ctx: Context,
    @Arg('token', () => String) token: string,
  ): Promise<SetupState | null> {
    return setupState(ctx.db.sql, hashSecretToken(token));
  }
}
