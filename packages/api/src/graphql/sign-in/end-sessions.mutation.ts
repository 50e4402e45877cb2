import { endOtherSessions, endSession } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound } from '../shared/problems.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { answer, linkResult } from '../shared/result.ts';
import { noSession } from './no-session.ts';

@InputType()
export class EndSessionsInput extends IdempotentInput {
  @Field(() => ID, {
    nullable: true,
    description: 'One of the member’s own; not given: all but the one that asks.',
  })
  readonly id?: string | null;
}

@ObjectType({ description: 'They open nothing any more, from the next request on.' })
export class SessionsEnded {
  @Field(() => Int, { description: 'How many.' })
  readonly ended!: number;
}

const EndSessionsResult = linkResult('EndSessionsResult', () => [SessionsEnded, NotFound]);

@Resolver()
export class EndSessions {
  @Mutation(() => EndSessionsResult, {
    description: 'Ends a session of the member whose session asks, or all others of theirs.',
  })
  async endSessions(
    @Ctx() { db, now, session }: Context,
    @Arg('input', () => EndSessionsInput) input: EndSessionsInput,
  ): Promise<typeof EndSessionsResult> {
    if (session === null) return noSession();
    const { memberId, sessionId } = session;
    const id = readOptionalId('session', input.id, 'id');
    if (id === null)
      return answer(SessionsEnded, {
        ended: await endOtherSessions(db.sql, memberId, sessionId, now),
      });
    const ended = await endSession(db.sql, memberId, id, now);
    return ended ? answer(SessionsEnded, { ended: 1 }) : new NotFound('session', 'id');
  }
}
