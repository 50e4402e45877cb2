import { askForData, openLink } from '@adieu/db';
import { LANGUAGES } from '@adieu/domain';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentLinkMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { linkResult } from '../shared/result.ts';

@InputType()
export class AskForDataInput extends IdempotentInput {
  @Field(() => String, { description: 'Of the link in any message.' })
  readonly token!: string;

  @Field(() => String, { nullable: true, description: 'Of the mail: sv, cs, de, da or en.' })
  readonly language?: string | null;
}

@ObjectType({ description: 'The same answer whether or not a mail goes out.' })
export class DataLinkAsked {
  @Field(() => String, { description: 'What to tell the visitor, in English.' })
  readonly note: string = 'A mail with a short-lived link is on its way to the address itself.';
}

const AskForDataResult = linkResult('AskForDataResult', () => [DataLinkAsked, NotFound]);

@Resolver()
export class AskForData {
  @Mutation(() => AskForDataResult, {
    description: 'Mails a link to one’s own data to the address that a message went to.',
  })
  async askForData(
    @Ctx() ctx: Context,
    @Arg('input', () => AskForDataInput) input: AskForDataInput,
  ): Promise<typeof AskForDataResult> {
    const messageId = verifyMessageLink(ctx.ring, input.token);
    const link = messageId === null ? null : await openLink(ctx.db.sql, messageId, ctx.now);
    if (link === null) return new NotFound('link', 'token');
    const { organisationId, recipientId, accountId } = link;
    const language = LANGUAGES.find((code) => code === input.language) ?? link.language;
    const caller = `message/${link.messageId}`;
    const call = { organisationId, operation: 'askForData', input, caller };
    const done = await idempotentLinkMutation(ctx, call, async (sql) => {
      await askForData(sql, { recipientId, accountId, language, now: ctx.now });
      return null;
    });
    return done instanceof Problem ? done : new DataLinkAsked();
  }
}
