import { findRequests, mayContact } from '@adieu/db';
import type { Channel, Purpose } from '@adieu/domain';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { readAddress } from '../address.ts';
import { type Context, viewerOf } from '../context.ts';
import { ChannelEnum, PurposeEnum } from '../enums.ts';
import { fromId, type IdPrefix } from '../ids.ts';
import { Problem } from '../problems.ts';
import { GateAnswerType } from '../types/gate-answer.ts';
import { OptOutRequestType } from '../types/opt-out-request.ts';

@InputType()
export class MayContactInput {
  @Field(() => String)
  readonly address!: string;

  @Field(() => ChannelEnum)
  readonly channel!: Channel;

  @Field(() => ID, { nullable: true })
  readonly addressBookId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly topicId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly accountId?: string | null;

  @Field(() => PurposeEnum, {
    nullable: true,
    description: 'If not given: the book’s, or MARKETING where no book is named.',
  })
  readonly purpose?: Purpose | null;
}

@Resolver(() => GateAnswerType)
export class MayContact {
  @Query(() => GateAnswerType, {
    description: 'The gate, explained: may this go to this address now (N9)?',
  })
  async mayContact(
    @Ctx() ctx: Context,
    @Arg('input', () => MayContactInput) input: MayContactInput,
  ): Promise<GateAnswerType> {
    const known = readAddress(ctx.ring, input.address, input.channel);
    if (known instanceof Problem) {
      if (known.field === 'channel') throw badInput('channel', known.message);
      return new GateAnswerType({ allowed: false, because: 'UNKNOWN_ADDRESS' });
    }
    const judged = await mayContact(ctx.db.sql, {
      organisationId: viewerOf(ctx).organisationId,
      addressKey: known.addressKey,
      channel: known.channel,
      addressBookId: readId('book', 'addressBookId', input.addressBookId),
      topicId: readId('topic', 'topicId', input.topicId),
      accountId: readId('account', 'accountId', input.accountId),
      purpose: input.purpose ?? null,
    });
    if ('refused' in judged)
      throw badInput(
        'addressBookId',
        'There is no such address book, topic or account, or they do not belong together.',
      );
    return new GateAnswerType(judged.answer);
  }

  @FieldResolver(() => OptOutRequestType, {
    nullable: true,
    description: 'The request behind a no. Shown to admins.',
  })
  async request(
    @Root() { answer }: GateAnswerType,
    @Ctx() ctx: Context,
  ): Promise<OptOutRequestType | null> {
    const { organisationId, role } = viewerOf(ctx);
    const requestId = 'decisive' in answer ? answer.decisive.requestId : null;
    if (requestId === null || role !== 'ADMIN') return null;
    const [row] = await findRequests(ctx.db.sql, organisationId, [requestId]);
    return row === undefined ? null : new OptOutRequestType(row);
  }
}

/** Null where it was not given. A wrong id must not widen the question, so it is refused. */
function readId(prefix: IdPrefix, field: string, id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  const uuid = fromId(prefix, id);
  if (uuid === null) throw badInput(field, `There is no such ${prefix}.`);
  return uuid;
}

function badInput(field: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field } });
}
