import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { BrandType } from '../brand/brand.type.ts';
import { inFlightOf } from './in-flight-of.ts';
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
    @Ctx() ctx: Context,
  ): Promise<InFlightMessageType[]> {
    return inFlightOf(ctx, link.recipientId);
  }
}
