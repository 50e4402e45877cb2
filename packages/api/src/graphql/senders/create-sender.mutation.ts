import { createSender, findSender } from '@adieu/db';
import { hasCountries, type SmsSenderKind } from '@adieu/domain';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { findOwnAccount } from '../accounts/find-own-account.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { SmsSenderKindEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { readSenderCountries } from './read-countries.ts';
import { readSenderInput, senderRefused } from './read-sender.ts';
import { CREATE_PROBLEMS } from './sender-problem.ts';
import { SenderType } from './sender.type.ts';

@InputType()
export class CreateSenderInput extends IdempotentInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => SmsSenderKindEnum, {
    nullable: true,
    description: 'What an SMS is from; not given for a From of mail.',
  })
  readonly smsKind?: SmsSenderKind | null;

  @Field(() => String, { nullable: true, description: 'Of a From of mail, before the address.' })
  readonly name?: string | null;

  @Field(() => String, {
    description:
      'An e-mail address, a number, up to 11 characters of text, or a short code: by `smsKind`.',
  })
  readonly address!: string;

  @Field(() => String, { nullable: true, description: 'Of a short code that is shared.' })
  readonly keyword?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'ISO 3166-1: where a text is registered with its gateway, or a short code works; of those alone.',
  })
  readonly countries?: readonly string[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The first of a channel is the default in any case.',
  })
  readonly makeDefault!: boolean;
}

@ObjectType()
export class SenderCreated {
  @Field(() => SenderType)
  readonly sender!: SenderType;
}

const CreateSenderResult = keyResult('CreateSenderResult', () => [SenderCreated, NotFound]);

@Resolver()
export class CreateSender {
  @Mutation(() => CreateSenderResult, { description: 'Once more that an account can send from.' })
  async createSender(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateSenderInput) input: CreateSenderInput,
  ): Promise<typeof CreateSenderResult> {
    const { organisationId } = viewerOf(ctx);
    const accountId = readId('account', input.accountId, 'accountId');
    const account = await findOwnAccount(ctx, accountId);
    if (account === null) return new NotFound('account', 'accountId');
    const form = readSenderInput(input.smsKind ?? 'EMAIL', input, account.country ?? null);
    if (form instanceof Problem) return form;
    const countries = readSenderCountries(input.countries) ?? [];
    if (countries instanceof Problem) return countries;
    if (countries.length > 0 && !hasCountries(form.kind))
      return senderRefused('countries-of-text-and-short-code');
    const sender = { organisationId, accountId, form, countries, isDefault: input.makeDefault };
    const done = await idempotentMutation(ctx, 'createSender', input, (sql) =>
      createSender(sql, sender),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return CREATE_PROBLEMS[done.result.refused]();
    const row = await findSender(ctx.db.sql, organisationId, done.result.id);
    return row === null
      ? new NotFound('sender')
      : answer(SenderCreated, { sender: new SenderType(row) });
  }
}
