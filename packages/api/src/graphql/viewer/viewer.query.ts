import { Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { ViewerType } from './viewer.type.ts';

@Resolver()
export class ViewerQuery {
  @Query(() => ViewerType)
  viewer(@Ctx() ctx: Context): ViewerType {
    return new ViewerType(viewerOf(ctx));
  }
}
