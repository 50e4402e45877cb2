import { findDoubleOptIn } from '@adieu/db';
import { maskAddress } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { BrandType } from '../brand/brand.type.ts';
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
    const found = await findDoubleOptIn(ctx.db.sql, hashSecretToken(token));
    if (found === null) return null;
    const [organisation, account, recipient, brand] = await Promise.all([
      ctx.loaders.organisation.load(found.organisationId),
      ctx.loaders.account.load(found.accountId),
      ctx.loaders.recipient.load(found.recipientId),
      ctx.loaders.brand.load(found.accountId),
    ]);
    return {
      organisationName: organisation?.name ?? '',
      accountName: account?.name ?? '',
      brand: brand && new BrandType(brand),
      maskedAddress: recipient?.address ? maskAddress(recipient.address) : '•••',
      language: found.language,
      accountTimeZone: account?.timeZone ?? null,
      declaration: found.declaration,
      scopeName: found.scopeName,
      expiresAt: found.expiresAt,
      confirmedAt: found.confirmedAt ?? null,
    };
  }
}
