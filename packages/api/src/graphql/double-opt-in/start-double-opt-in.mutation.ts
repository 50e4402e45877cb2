import { isIP } from 'node:net';
import { formUrlOf, visitorOf } from '../shared/visitor.ts';
import { startDoubleOptIn } from '@adieu/db';
import { clientOfOrigin, originKey } from '@adieu/keys';
import { consentDeclaration, DECLARATION_VERSION } from '@adieu/messages';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { ofCaller } from '../access/reach.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { StartDoubleOptInInput } from './start-double-opt-in.input.ts';
import { startByConfirmation } from './start-by-confirmation.ts';
import { startByLink } from './start-by-link.ts';
import { startByKey } from './start-by-key.ts';
import { keyResult } from '../shared/result.ts';

@ObjectType({ description: 'The same answer whether or not a mail goes out.' })
export class DoubleOptInStarted {
  @Field(() => String, { description: 'What to tell the visitor, in English.' })
  readonly note: string =
    'If this address may come back, a mail with a link is on its way to it. Nothing changes before that link is confirmed.';
}

const StartDoubleOptInResult = keyResult('StartDoubleOptInResult', () => [
  DoubleOptInStarted,
  NotFound,
]);

@Resolver()
export class StartDoubleOptIn {
  @Mutation(() => StartDoubleOptInResult, {
    description: 'Asks for a way back. Lifts nothing by itself.',
  })
  async startDoubleOptIn(
    @Ctx() ctx: Context,
    @Arg('input', () => StartDoubleOptInInput) input: StartDoubleOptInInput,
  ): Promise<typeof StartDoubleOptInResult> {
    const start = input.token
      ? await startByLink(ctx, input.token, input.topicId)
      : input.confirmationToken
        ? await startByConfirmation(ctx, input.confirmationToken, input.scope)
        : await startByKey(ofCaller(ctx), input);
    if (start instanceof Problem) return start;
    if (start === 'nothing-to-return-to') return new DoubleOptInStarted();
    const { organisationId, accountId, scope, language, caller } = start;
    const call = {
      organisationId,
      operation: 'startDoubleOptIn',
      input,
      caller,
    };
    const visitor = visitorOf(ctx, input);
    const own = caller === null ? ofCaller(ctx) : ctx;
    const done = await idempotentLinkMutation(own, call, async (sql) => {
      const started = await startDoubleOptIn(sql, {
        organisationId,
        accountId,
        recipientId: await start.recipient(sql),
        scope,
        language,
        declaration: (name, kind) =>
          start.declared?.text ?? consentDeclaration(language, start.senderName, { kind, name }),
        declarationVersion: start.declared?.version ?? DECLARATION_VERSION,
        formUrl: formUrlOf(ctx, input),
        ...visitor,
        originKey: caller === null ? ofKey(ctx, input) : originKey(ctx.ring, visitor.origin),
        startedBy: start.startedBy ?? null,
        now: ctx.now,
      });
      return { refused: 'refused' in started ? started.refused : null };
    });
    if (done instanceof Problem) return done;
    return done.result.refused === 'not-found'
      ? new NotFound('scope', 'scope')
      : new DoubleOptInStarted();
  }
}

/**
 * Behind a key is a customer's server with many visitors. Whom it names counts against robots in its own forms, and for its own
 * organisation alone; a proof does not hold it.
 */
function ofKey(ctx: Context, { origin }: StartDoubleOptInInput): Buffer | null {
  if (!origin || isIP(origin) === 0) return null;
  return originKey(ctx.ring, `${viewerOf(ctx).organisationId} ${clientOfOrigin(origin)}`);
}
