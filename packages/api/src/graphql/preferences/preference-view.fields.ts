import { inFlight } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { BrandType } from '../brand/brand.type.ts';
import { InFlightMessageType } from './preference-choices.type.ts';
import { PreferenceViewType } from './preference-view.type.ts';

@Resolver(() => PreferenceViewType)
export class PreferenceFields {
  @FieldResolver(() => BrandType, { nullable: true, description: 'Null = Adieu’s look.' })
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
