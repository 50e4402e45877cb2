import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ExemptionResult, change } from './change-exemption.ts';
import { ExemptAddressBookInput } from './exempt-address-book.input.ts';

@Resolver()
export class ExemptAddressBook {
  @Mutation(() => ExemptionResult, {
    description:
      'Takes a service book out of opt-out. It takes no new wishes; those who left before stay out.',
  })
  exemptAddressBook(
    @Ctx() ctx: Context,
    @Arg('input', () => ExemptAddressBookInput) input: ExemptAddressBookInput,
  ): Promise<typeof ExemptionResult> {
    return change(ctx, 'exemptAddressBook', true, input);
  }
}
