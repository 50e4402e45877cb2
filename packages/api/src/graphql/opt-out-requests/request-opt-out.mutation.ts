import { ensureRecipient, findRequests, recordWish, scopeExists } from '@adieu/db';
import {
  type Channel,
  METHOD_NOT_CLAIMABLE,
  METHODS,
  type OptOutMethod,
  type Signal,
} from '@adieu/domain';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { rawHash } from '../../raw-hash.ts';
import { readAddress } from '../shared/address.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { ChannelEnum, OptOutMethodEnum, SignalEnum } from '../shared/enums.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import {
  Conflict,
  Forbidden,
  InvalidInput,
  NotFound,
  OptOutExempt,
  PolicyRefused,
  Problem,
} from '../shared/problems.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';
import { ScopeInput, readScope } from '../scopes/scope.input.ts';

@InputType()
export class RequestOptOutInput {
  @Field(() => String)
  readonly address!: string;

  @Field(() => ChannelEnum, { nullable: true, description: 'EMAIL if not given.' })
  readonly channel?: Channel | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Also for the addresses on other channels that a contact links to this one.',
  })
  readonly allChannels!: boolean;

  @Field(() => ScopeInput)
  readonly scope!: ScopeInput;

  @Field(() => SignalEnum, {
    nullable: true,
    description: 'If not given: UNCLEAR for MANUAL, MAIL_REPLY and FILTER, else CLEAR.',
  })
  readonly signal?: Signal | null;

  @Field(() => OptOutMethodEnum, {
    nullable: true,
    description:
      'API if not given. Refused: ONE_CLICK, LINK, MAILTO, SMS_LINK, IMPORT, which only Adieu itself can have seen.',
  })
  readonly method?: OptOutMethod | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was said, for whoever decides. Kept as evidence.',
  })
  readonly note?: string | null;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class OptOutRequested {
  @Field(() => OptOutRequestType, {
    description: 'The request that stands now: a new one, or the one before.',
  })
  readonly request: OptOutRequestType;

  constructor(request: OptOutRequestType) {
    this.request = request;
  }
}

const RequestOptOutResult = createUnionType({
  name: 'RequestOptOutResult',
  types: () =>
    [
      OptOutRequested,
      OptOutExempt,
      NotFound,
      InvalidInput,
      PolicyRefused,
      Conflict,
      Forbidden,
    ] as const,
});

export const LONGEST_NOTE = 2_000;

@Resolver()
export class RequestOptOut {
  @Mutation(() => RequestOptOutResult, {
    description:
      'Records somebody’s wish to stop that came another way. In force when this answers.',
  })
  async requestOptOut(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestOptOutInput) input: RequestOptOutInput,
  ): Promise<typeof RequestOptOutResult> {
    const { organisationId, name } = viewerOf(ctx);
    const wish = readWish(ctx, organisationId, input);
    if (wish instanceof Problem) return wish;
    const { known, scope, signal, method } = wish;
    const done = await idempotentMutation(
      ctx,
      { organisationId, operation: 'requestOptOut', input },
      async (sql) => {
        if (!(await scopeExists(sql, organisationId, scope))) return { refused: 'not-found' };
        const recipientId = await ensureRecipient(sql, { organisationId, ...known });
        const recorded = await recordWish(sql, {
          allChannels: input.allChannels,
          target: { organisationId, recipientId, scope },
          signal,
          method,
          actor: { kind: 'ADMIN', name },
          evidence: {
            ...(input.note && { note: input.note }),
            sha256: rawHash({}, JSON.stringify({ scope, signal, method, note: input.note })),
          },
          now: ctx.now,
        });
        return 'refused' in recorded
          ? { refused: recorded.refused }
          : { requestId: recorded.requestId };
      },
    );
    if (done instanceof Problem) return done;
    if (done.result.refused === 'exempt') return new OptOutExempt('scope');
    if (done.result.refused === 'no-opt-out')
      return new PolicyRefused(
        'TRANSACTIONAL_HAS_NO_OPT_OUT',
        'Transactional messages have no opt-out.',
        'scope',
      );
    if (done.result.requestId === undefined) return new NotFound('scope', 'scope');
    const [row] = await findRequests(ctx.db.sql, organisationId, [done.result.requestId]);
    return new OptOutRequested(new OptOutRequestType(row!));
  }
}

function readWish(ctx: Context, organisationId: string, input: RequestOptOutInput) {
  const known = readAddress(ctx.ring, input.address, input.channel ?? 'EMAIL');
  if (known instanceof Problem) return known;
  const method = input.method ?? 'API';
  if (METHODS[method].seenBy !== 'KEY')
    return new InvalidInput('method', METHOD_NOT_CLAIMABLE, 'METHOD_NOT_CLAIMABLE');
  const signal = input.signal ?? METHODS[method].signal;
  if (signal === 'MACHINE')
    return new PolicyRefused(
      'MACHINE_SIGNAL',
      'A machine’s guess is no wish: nothing is opened for it.',
      'signal',
    );
  if ((input.note?.length ?? 0) > LONGEST_NOTE)
    return new InvalidInput('note', `At most ${LONGEST_NOTE} characters.`);
  const scope = readScope(input.scope, organisationId);
  return scope === null ? new NotFound('scope', 'scope.id') : { known, scope, signal, method };
}
