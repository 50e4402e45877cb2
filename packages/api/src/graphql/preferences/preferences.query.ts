import { openLink } from '@adieu/db';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, createUnionType, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { NotFound } from '../shared/problems.ts';
import { PreferenceViewType } from './preference-view.type.ts';

const PreferencesResult = createUnionType({
  name: 'PreferencesResult',
  types: () => [PreferenceViewType, NotFound] as const,
});

@Resolver()
export class Preferences {
  @Query(() => PreferencesResult, {
    description: 'Where the recipient of a message stands. Changes nothing.',
  })
  async preferences(
    @Ctx() { db, ring, now }: Context,
    @Arg('token', () => String) token: string,
  ): Promise<typeof PreferencesResult> {
    const messageId = verifyMessageLink(ring, token);
    const link = messageId === null ? null : await openLink(db.sql, messageId, now);
    return link === null ? new NotFound('link', 'token') : new PreferenceViewType(link);
  }
}
