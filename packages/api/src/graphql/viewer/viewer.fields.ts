import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { OrganisationType } from '../accounts/organisation.type.ts';
import { ViewerType } from './viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerFields {
  @FieldResolver(() => OrganisationType)
  async organisation(@Ctx() ctx: Context): Promise<OrganisationType> {
    const row = await ctx.loaders.organisation.load(viewerOf(ctx).organisationId);
    return new OrganisationType(row!);
  }
}
