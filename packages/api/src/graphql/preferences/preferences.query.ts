import { inFlight, openLink } from '@adieu/db';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, createUnionType, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { NotFound } from '../shared/problems.ts';
import { BrandType } from '../brand/brand.type.ts';
import { InFlightMessageType, PreferenceViewType } from './preference-view.type.ts';

const PreferencesResult = createUnionType({
  name: 'PreferencesResult',
  types: () => [PreferenceViewType, NotFound] as const,
});

@Resolver(() => PreferenceViewType)
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

  @FieldResolver(() => BrandType, { nullable: true, description: 'Null = the house’s look.' })
  async brand(
    @Root() { link }: PreferenceViewType,
    @Ctx() { loaders }: Context,
  ): Promise<BrandType | null> {
    const brand = await loaders.brand.load(link.accountId);
    return brand && new BrandType(brand);
  }

  @FieldResolver(() => [InFlightMessageType])
  async inFlight(
    @Root() { link }: PreferenceViewType,
    @Ctx() { db, now }: Context,
  ): Promise<InFlightMessageType[]> {
    const messages = await inFlight(db.sql, link.recipientId, now);
    return messages.map(({ campaignName, leaseUntil }) => ({ campaignName, until: leaseUntil }));
  }
}
