import {
  inFlight,
  openLink,
  ownReasons,
  type Preferences as Chosen,
  preferencesOf,
} from '@adieu/db';
import { type Frequency, LEAVE_REASONS, wordsFor } from '@adieu/domain';
import { verifyMessageLink } from '@adieu/keys';
import { Arg, createUnionType, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { FrequencyEnum } from '../enums.ts';
import { NotFound } from '../problems.ts';
import { BrandType } from '../types/brand.ts';
import {
  InFlightMessageType,
  LeaveReasonType,
  PreferenceViewType,
} from '../types/preference-view.ts';

const PreferencesResult = createUnionType({
  name: 'PreferencesResult',
  types: () => [PreferenceViewType, NotFound] as const,
});

const chosen = new WeakMap<PreferenceViewType, Promise<Chosen>>();

/** Read once for a view, however many of its fields are asked for. */
function chosenFor(view: PreferenceViewType, { db, now }: Context): Promise<Chosen> {
  const reading = chosen.get(view) ?? preferencesOf(db.sql, view.link, now);
  chosen.set(view, reading);
  return reading;
}

@Resolver(() => PreferenceViewType)
export class Preferences {
  @Query(() => PreferencesResult, {
    description: 'Where the recipient of a message stands. Changes nothing.',
  })
  async preferences(
    @Ctx() { db, ring }: Context,
    @Arg('token', () => String) token: string,
  ): Promise<typeof PreferencesResult> {
    const messageId = verifyMessageLink(ring, token);
    const link = messageId === null ? null : await openLink(db.sql, messageId);
    return link === null ? new NotFound('link', 'token') : new PreferenceViewType(link);
  }

  @FieldResolver(() => BrandType, { nullable: true, description: 'Null = the house’s look.' })
  async brand(
    @Root() { link }: PreferenceViewType,
    @Ctx() { loaders }: Context,
  ): Promise<BrandType | null> {
    const brand = await loaders.brand.load(link.accountId);
    return brand && new BrandType(brand);
  }

  @FieldResolver(() => [InFlightMessageType])
  async inFlight(
    @Root() { link }: PreferenceViewType,
    @Ctx() { db, now }: Context,
  ): Promise<InFlightMessageType[]> {
    const messages = await inFlight(db.sql, link.recipientId, now);
    return messages.map(({ campaignName, leaseUntil }) => ({ campaignName, until: leaseUntil }));
  }

  @FieldResolver(() => FrequencyEnum, { description: 'The most that this account may send (P-9).' })
  async frequency(@Root() view: PreferenceViewType, @Ctx() ctx: Context): Promise<Frequency> {
    return (await chosenFor(view, ctx)).frequency;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'No marketing before (P-10).' })
  async pausedUntil(@Root() view: PreferenceViewType, @Ctx() ctx: Context): Promise<Date | null> {
    return (await chosenFor(view, ctx)).snoozedUntil;
  }

  @FieldResolver(() => [LeaveReasonType], {
    description: 'To choose from after leaving; nothing is preselected (F4).',
  })
  async reasons(
    @Root() { link }: PreferenceViewType,
    @Ctx() { db }: Context,
  ): Promise<LeaveReasonType[]> {
    const own = await ownReasons(db.sql, link.accountId);
    if (own.length === 0) return LEAVE_REASONS.map((id) => ({ id, text: null, language: null }));
    return own.map(({ id, texts }) => {
      const words = wordsFor(texts, link.language);
      return { id, text: words?.text ?? null, language: words?.language ?? null };
    });
  }
}
