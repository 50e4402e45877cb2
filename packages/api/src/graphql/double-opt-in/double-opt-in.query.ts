import {
  channelsOf,
  findDoubleOptIn,
  gateOfDoubleOptIn,
  ownZone,
  standingRequests,
} from '@adieu/db';
import { doubleOptInState, isTimeZone, maskAddress, regimeZone } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { BrandType } from '../brand/brand.type.ts';
import { CurrentOptOutType } from '../preferences/current-opt-out.type.ts';
import { ScopeType } from '../scopes/scope.type.ts';
import { DoubleOptInViewType } from './double-opt-in-view.type.ts';

@Resolver()
export class DoubleOptIn {
  @Query(() => DoubleOptInViewType, {
    nullable: true,
    description: 'Null for a link that opens nothing. Changes nothing.',
  })
  async doubleOptIn(
    @Ctx() ctx: Context,
    @Arg('token', () => String) token: string,
  ): Promise<DoubleOptInViewType | null> {
    const { sql } = ctx.db;
    const found = await findDoubleOptIn(sql, hashSecretToken(token));
    if (found === null) return null;
    const [organisation, account, recipient, brand, gate, standing, zone, channels] =
      await Promise.all([
        ctx.loaders.organisation.load(found.organisationId),
        ctx.loaders.account.load(found.accountId),
        ctx.loaders.recipient.load(found.recipientId),
        ctx.loaders.brand.load(found.accountId),
        gateOfDoubleOptIn(sql, found, ctx.now),
        standingRequests(sql, found.recipientId, found.accountId),
        ownZone(sql, found.recipientId),
        channelsOf(sql, found.recipientId),
      ]);
    const { language, declaration, scopeKind, scopeId, scopeName, expiresAt } = found;
    const confirmedAt = found.confirmedAt ?? null;
    const supersededAt = found.supersededAt ?? null;
    const state = doubleOptInState({ confirmedAt, supersededAt, expiresAt }, gate, ctx.now);
    return {
      organisationName: organisation?.name ?? '',
      accountName: account?.name ?? '',
      brand: brand && new BrandType(brand),
      maskedAddress: recipient?.address ? maskAddress(recipient.address) : '•••',
      channels,
      language,
      timeZone: zone !== null && isTimeZone(zone) ? zone : null,
      accountTimeZone: account?.timeZone ?? regimeZone(account?.country ?? null),
      declaration,
      scope: new ScopeType(scopeKind, scopeId, scopeName),
      state,
      leftAgainAt: state === 'LEFT_AGAIN' && 'decisive' in gate ? gate.decisive.since : null,
      pausedUntil: gate.because === 'SNOOZED' ? gate.pausedUntil : null,
      stillLeft: standing
        .filter((request) => request.scopeId !== scopeId)
        .map((request) => new CurrentOptOutType(request)),
      expiresAt,
      confirmedAt,
    };
  }
}
