import { findInvitation, type Invitation } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';

@ObjectType('Invitation', { description: 'Who invites whom where.' })
export class InvitationType implements Pick<
  Invitation,
  'memberName' | 'organisationName' | 'invitedBy' | 'language' | 'accountTimeZone' | 'expiresAt'
> {
  @Field(() => String)
  readonly memberName: string;

  @Field(() => String)
  readonly organisationName: string;

  @Field(() => String, { description: 'Name of the member or key.' })
  readonly invitedBy: string;

  @Field(() => String)
  readonly language: Invitation['language'];

  @Field(() => String, { description: 'Of the organisation’s first account (IANA).' })
  readonly accountTimeZone: string;

  @Field(() => Date, { description: 'When it ends.' })
  readonly expiresAt: Date;

  constructor(invitation: Invitation) {
    this.memberName = invitation.memberName;
    this.organisationName = invitation.organisationName;
    this.invitedBy = invitation.invitedBy;
    this.language = invitation.language;
    this.accountTimeZone = invitation.accountTimeZone;
    this.expiresAt = invitation.expiresAt;
  }
}

@Resolver()
export class InvitationQuery {
  @Query(() => InvitationType, {
    nullable: true,
    description:
      'What a mailed invitation says; null where it has ended, was accepted or taken back. Changes nothing.',
  })
  async invitation(
    @Ctx() { db, now }: Context,
    @Arg('token', () => String) token: string,
  ): Promise<InvitationType | null> {
    const found = await findInvitation(db.sql, hashSecretToken(token), now);
    return found && new InvitationType(found);
  }
}
