import { ownReasons, setOwnReasons } from '@adieu/db';
import {
  type Language,
  LANGUAGES,
  LONGEST_REASON_TEXT,
  MOST_OWN_REASONS,
  type ReasonsRefusal,
  type ReasonTexts,
} from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { AccountReasonType } from './account-reason.type.ts';
import { LocalisedTextInput } from '../campaigns/campaign-texts.input.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { keyResult } from '../shared/result.ts';

@InputType()
export class AccountReasonInput {
  @Field(() => String, { description: 'What reports count by: A to Z, 0 to 9 and _, as TOO_DEAR.' })
  readonly key!: string;

  @Field(() => [LocalisedTextInput], {
    description: `Plain text, at most ${LONGEST_REASON_TEXT} characters; every reason in the same languages.`,
  })
  readonly texts!: LocalisedTextInput[];
}

@InputType()
export class SetAccountReasonsInput extends IdempotentInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => [AccountReasonInput], {
    description: `The whole list in the order it is shown, at most ${MOST_OWN_REASONS}; empty = the house’s again.`,
  })
  readonly reasons!: AccountReasonInput[];
}

@ObjectType()
export class AccountReasonsSet {
  @Field(() => [AccountReasonType])
  readonly reasons: readonly AccountReasonType[];

  constructor(reasons: readonly AccountReasonType[]) {
    this.reasons = reasons;
  }
}

const SetAccountReasonsResult = keyResult(
  'SetAccountReasonsResult',
  () => [AccountReasonsSet, NotFound, LimitReached] as const,
);

@Resolver()
export class SetAccountReasons {
  @Mutation(() => SetAccountReasonsResult, {
    description:
      'What may be picked as a reason, once somebody has left; nothing is picked beforehand. Given reasons keep their words.',
  })
  async setAccountReasons(
    @Ctx() ctx: Context,
    @Arg('input', () => SetAccountReasonsInput) input: SetAccountReasonsInput,
  ): Promise<typeof SetAccountReasonsResult> {
    const { organisationId } = viewerOf(ctx);
    const accountId = readId('account', input.accountId, 'accountId');
    const reasons = readReasons(input.reasons);
    if (reasons instanceof Problem) return reasons;
    const done = await idempotentMutation(ctx, 'setAccountReasons', input, async (sql) => ({
      ...(await setOwnReasons(sql, { organisationId, accountId, reasons, now: ctx.now })),
    }));
    if (done instanceof Problem) return done;
    if (done.result.refused !== null) return problemOf(done.result);
    const list = await ownReasons(ctx.db.sql, accountId);
    return new AccountReasonsSet(list.map((reason) => new AccountReasonType(reason)));
  }
}

function readReasons(inputs: readonly AccountReasonInput[]): ReasonTexts[] | Problem {
  const read: ReasonTexts[] = [];
  for (const { key, texts } of inputs) {
    const byLanguage: Partial<Record<Language, string>> = {};
    for (const { language: code, text } of texts) {
      const language = LANGUAGES.find((each) => each === code);
      if (language === undefined || byLanguage[language] !== undefined)
        return new InvalidInput('reasons', `Use each of ${LANGUAGES.join(', ')} at most once.`);
      byLanguage[language] = text.trim();
    }
    read.push({ key, texts: byLanguage });
  }
  return read;
}

function problemOf(refusal: ReasonsRefusal | { readonly refused: 'not-found' }): Problem {
  switch (refusal.refused) {
    case 'not-found':
      return new NotFound('account', 'accountId');
    case 'too-many-reasons':
      return new LimitReached('reasons', `At most ${MOST_OWN_REASONS} reasons.`);
    case 'key-twice':
      return new InvalidInput('reasons', 'Each key once.');
    case 'not-a-key':
      return new InvalidInput(
        'reasons',
        'A key is like TOO_DEAR: at most 40 of A to Z, 0 to 9, _.',
      );
    case 'not-plain':
      return new InvalidInput(
        'reasons',
        `${refusal.key}: plain text of 1 to ${LONGEST_REASON_TEXT} characters.`,
      );
    case 'languages-differ':
      return new InvalidInput('reasons', `${refusal.key}: every reason in the same languages.`);
    case 'guilt-tripping':
      return new InvalidInput(
        'reasons',
        `${refusal.key}: leave out “${refusal.word}”: nobody is made to feel bad for leaving.`,
        'GUILT_TRIPPING',
      );
  }
}
