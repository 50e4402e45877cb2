import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { linkToList, LIST_LINK_MINUTES } from '../../http/access/list-link.ts';
import { type Context, viewerOf } from '../shared/context.ts';

@ObjectType({
  description: 'Opens a list to whoever has it, as you may see it, and to nobody after its end.',
})
export class ListLink {
  @Field(() => String)
  readonly url!: string;

  @Field(() => Date)
  readonly expiresAt!: Date;
}

@Resolver()
export class ListLinkQuery {
  @Query(() => ListLink, {
    nullable: true,
    description: `A link to a list that a browser downloads without a header, for ${LIST_LINK_MINUTES} minutes and while your key or session stands. Null where the path is none of a list.`,
  })
  listLink(
    @Ctx() ctx: Context,
    @Arg('path', () => String, {
      description:
        'As you would GET it: `/reports/unsubscribed?book=…&format=xlsx`, `/audience/<book>?use=EMAIL`.',
    })
    path: string,
  ): ListLink | null {
    const { ring, installation, now } = ctx;
    const expiresAt = new Date(now.getTime() + LIST_LINK_MINUTES * 60_000);
    const { publicUrl } = installation;
    const url = linkToList({ ring, publicUrl }, viewerOf(ctx), path, expiresAt);
    return url === null ? null : { url, expiresAt };
  }
}
