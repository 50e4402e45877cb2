import {
  askForData,
  type DataLink,
  eraseRecipient,
  exportData,
  findDataLink,
  openLink,
  type PersonalData,
} from '@adieu/db';
import { LANGUAGES } from '@adieu/domain';
import { hashSecretToken, verifyMessageLink } from '@adieu/keys';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { BrandType } from '../brand/brand.type.ts';
import { PersonalDataType } from './personal-data.type.ts';

@InputType()
export class AskForDataInput {
  @Field(() => String, { description: 'Of the link in any message.' })
  readonly token!: string;

  @Field(() => String, { nullable: true, description: 'Of the mail: sv, cs, de, da or en.' })
  readonly language?: string | null;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@InputType()
export class EraseMeInput {
  @Field(() => String, { description: 'Of the link that was mailed to the address itself.' })
  readonly token!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType({ description: 'The same answer whether or not a mail goes out.' })
export class DataLinkAsked {
  @Field(() => String, { description: 'What to tell the visitor, in English.' })
  readonly note: string = 'A mail with a short-lived link is on its way to the address itself.';
}

@ObjectType({
  description: 'The address and all that hung on it is gone; its opt-outs stay in force.',
})
export class Erased {
  @Field(() => Date)
  readonly erasedAt: Date;

  constructor(erasedAt: Date) {
    this.erasedAt = erasedAt;
  }
}

const AskForDataResult = createUnionType({
  name: 'AskForDataResult',
  types: () => [DataLinkAsked, NotFound, InvalidInput, Conflict] as const,
});

const EraseMeResult = createUnionType({
  name: 'EraseMeResult',
  types: () => [Erased, NotFound, InvalidInput, Conflict] as const,
});

@Resolver(() => PersonalDataType)
export class PersonalDataResolver {
  @FieldResolver(() => BrandType, { nullable: true })
  async brand(
    @Root() { link }: PersonalDataType,
    @Ctx() { loaders }: Context,
  ): Promise<BrandType | null> {
    const brand = await loaders.brand.load(link.accountId);
    return brand && new BrandType(brand);
  }

  @Query(() => PersonalDataType, {
    nullable: true,
    description: 'What is kept of an address. Null for a link that opens nothing or has ended.',
  })
  async personalData(
    @Ctx() ctx: Context,
    @Arg('token', () => String) token: string,
  ): Promise<PersonalDataType | null> {
    const link = await findDataLink(ctx.db.sql, hashSecretToken(token), ctx.now);
    if (link === null || link.address === null) return null;
    const data: PersonalData | null = await exportData(ctx.db.sql, link.recipientId);
    return data && new PersonalDataType({ ...link, address: link.address }, data);
  }

  @Mutation(() => AskForDataResult, {
    description: 'Mails a link to one’s own data to the address that a message went to (P5).',
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
    const done = await idempotentMutation(ctx, call, async (sql) => {
      await askForData(sql, { recipientId, accountId, language, now: ctx.now });
      return null;
    });
    return done instanceof Problem ? done : new DataLinkAsked();
  }

  @Mutation(() => EraseMeResult, {
    description:
      'Erases the person behind an address (GDPR Art. 17). Opt-outs stay, by a keyed hash.',
  })
  async eraseMe(
    @Ctx() ctx: Context,
    @Arg('input', () => EraseMeInput) input: EraseMeInput,
  ): Promise<typeof EraseMeResult> {
    const link: DataLink | null = await findDataLink(
      ctx.db.sql,
      hashSecretToken(input.token),
      ctx.now,
    );
    if (link === null) return new NotFound('link', 'token');
    const { organisationId, recipientId } = link;
    const call = { organisationId, operation: 'eraseMe', input, caller: `data/${link.id}` };
    const done = await idempotentMutation(ctx, call, async (sql) => {
      await eraseRecipient(sql, recipientId, ctx.now);
      return ctx.now.toISOString();
    });
    return done instanceof Problem ? done : new Erased(new Date(done.result));
  }
}
