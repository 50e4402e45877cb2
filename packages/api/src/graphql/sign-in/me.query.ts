import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { MeType } from './me.type.ts';

@Resolver()
export class Me {
  @Query(() => MeType, {
    nullable: true,
    description: 'The member whose session asks; null where there is none in force.',
  })
  me(@Ctx() { session }: Context): MeType | null {
    return session && new MeType(session);
  }
}
