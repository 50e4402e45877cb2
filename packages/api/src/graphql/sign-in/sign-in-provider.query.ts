import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';

@Resolver()
export class SignInProvider {
  @Query(() => String, {
    nullable: true,
    description:
      'Name of the OpenID provider by which members sign in at `/sign-in/oidc`; null where there is none.',
  })
  signInProvider(@Ctx() { installation }: Context): string | null {
    return installation.signInProvider ?? null;
  }
}
