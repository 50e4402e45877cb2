import { formUrlOf, visitorOf } from '../shared/visitor.ts';
import { findSignUpForm, signUp } from '@adieu/db';
import { judgePost } from '@adieu/domain';
import { formShownAt, originKey } from '@adieu/keys';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { linkResult } from '../shared/result.ts';
import { SignUpInput } from './sign-up.input.ts';

@ObjectType({
  description: 'The same answer whoever it is, and whether or not a mail goes out.',
})
export class SignUpAsked {
  @Field(() => String, { description: 'What to tell the visitor, in English.' })
  readonly note: string =
    'If this address may receive it, a mail with a link is on its way. Nothing begins before that link is confirmed.';
}

const SignUpResult = linkResult('SignUpResult', () => [SignUpAsked, NotFound]);

@Resolver()
export class SignUp {
  @Mutation(() => SignUpResult, {
    description: 'Asks for a book by its form. Only starts a double opt-in.',
  })
  async signUp(
    @Ctx() ctx: Context,
    @Arg('input', () => SignUpInput) input: SignUpInput,
  ): Promise<typeof SignUpResult> {
    const form = await findSignUpForm(ctx.db.sql, readId('form', input.formId, 'formId'));
    if (form === null) return new NotFound('form', 'formId');
    const known = readAddress(ctx.ring, input.address, 'EMAIL');
    if (known instanceof Problem) return known;
    const { language } = input;
    if (!form.languages.includes(language))
      return new InvalidInput('language', `Use one of ${form.languages.join(', ')}.`);
    const shownAt = input.shown ? formShownAt(ctx.ring, form.id, input.shown) : null;
    if (input.shown && shownAt === null)
      return new InvalidInput('shown', 'Not from this form. Show it again.', 'PAGE_OUTDATED');
    const verdict = judgePost({ honeypot: input.honeypot ?? '', shownAt }, ctx.now);
    if (verdict === 'stale')
      return new InvalidInput('shown', 'Older than a day. Show the form again.', 'PAGE_OUTDATED');
    if (verdict === 'machine') return new SignUpAsked();
    const call = {
      organisationId: form.organisationId,
      operation: 'signUp',
      input,
      caller: `form/${form.id}`,
    };
    const visitor = visitorOf(ctx, input);
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      const asked = await signUp(sql, {
        formId: form.id,
        channel: known.channel,
        address: known.address,
        addressKey: known.addressKey,
        language,
        formUrl: formUrlOf(ctx, input),
        ...visitor,
        originKey: originKey(ctx.ring, visitor.origin),
        now: ctx.now,
      });
      return { refused: 'refused' in asked ? asked.refused : null };
    });
    if (done instanceof Problem) return done;
    return done.result.refused === 'not-found' ? new NotFound('form', 'formId') : new SignUpAsked();
  }
}
