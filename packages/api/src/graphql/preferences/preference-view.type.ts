import type { LinkView, StandingRequest } from '@adieu/db';
import {
  type Channel,
  type Frequency,
  isTimeZone,
  maskAddress,
  REASONS_OF,
  scopeLeftByLink,
  wordsFor,
  type Purpose,
} from '@adieu/domain';
import { countryOfNumber } from '@adieu/keys';
import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ChannelEnum, FrequencyEnum, PurposeEnum } from '../shared/enums.ts';
import { toId } from '../shared/ids.ts';
import { ScopeType } from '../scopes/scope.type.ts';
import { CurrentOptOutType } from './current-opt-out.type.ts';
import { allMarketingLeft } from './all-marketing-left.ts';
import { TopicChoiceType, LeaveReasonType } from './preference-choices.type.ts';

@ObjectType('PreferenceView', { description: 'All that a link’s token opens, and nothing more.' })
export class PreferenceViewType {
  readonly link: LinkView;

  constructor(link: LinkView) {
    this.link = link;
  }

  @Field(() => String)
  organisationName(): string {
    return this.link.organisationName;
  }

  @Field(() => String)
  accountName(): string {
    return this.link.accountName;
  }

  @Field(() => String, { nullable: true, description: 'Null where they were addressed by hand.' })
  addressBookName(): string | null {
    return this.link.addressBookName;
  }

  @Field(() => Date, {
    nullable: true,
    description: 'Since when nothing is sent to the address, as what was sent came back.',
  })
  undeliverableSince(): Date | null {
    return this.link.undeliverableSince;
  }

  @Field(() => String)
  maskedAddress(): string {
    return this.link.address === null ? '•••' : maskAddress(this.link.address);
  }

  @Field(() => [ChannelEnum], {
    description: 'All on which the same person has addresses, that of the message first.',
  })
  channels(): readonly Channel[] {
    return this.link.channels;
  }

  @Field(() => String, { nullable: true })
  language(): string {
    return this.link.language;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Where the recipient lives (IANA), if the contact’s field `time_zone` says it.',
  })
  timeZone(): string | null {
    const { contactTimeZone } = this.link;
    return contactTimeZone !== null && isTimeZone(contactTimeZone) ? contactTimeZone : null;
  }

  @Field(() => String, {
    description:
      'The account’s (IANA), or its regime’s: a guess for readers whose language tells nothing.',
  })
  accountTimeZone(): string {
    return this.link.accountTimeZone;
  }

  @Field(() => PurposeEnum)
  purpose(): Purpose {
    return this.link.purpose;
  }

  @Field(() => Boolean, {
    description: 'Whether its book is exempt from opt-out: then all marketing alone can be left.',
  })
  exempt(): boolean {
    return this.link.exempt;
  }

  @Field(() => ScopeType, { description: 'What one click leaves.' })
  scope(): ScopeType {
    return scopeOfLink(this.link);
  }

  @Field(() => CurrentOptOutType, {
    nullable: true,
    description: 'Of that scope or its book: in force, or the last that ended.',
  })
  optOut(): CurrentOptOutType | null {
    const { topicId, addressBookId, lastEnded } = this.link;
    const row = this.standing(addressBookId) ?? this.standing(topicId) ?? lastEnded;
    return row ? new CurrentOptOutType(row) : null;
  }

  @Field(() => CurrentOptOutType, { nullable: true })
  allMarketing(): CurrentOptOutType | null {
    const row = allMarketingLeft(this.link, this.link.topicId);
    return row ? new CurrentOptOutType(row) : null;
  }

  @Field(() => [TopicChoiceType])
  topics(): TopicChoiceType[] {
    return this.link.topics.map(({ id, name }) => {
      const off = this.standing(id) ?? allMarketingLeft(this.link, id);
      return { id: toId('topic', id), name, on: off === undefined, since: off?.receivedAt ?? null };
    });
  }

  @Field(() => Boolean, {
    description: 'Whether any list that is not left or paused still brings the topics that are on.',
  })
  topicsCome(): boolean {
    const { marketingBookIds, addressBookId } = this.link;
    const bookIds = marketingBookIds.length > 0 ? marketingBookIds : [addressBookId];
    return bookIds.some((id) => id === null || this.standing(id) === undefined);
  }

  @Field(() => FrequencyEnum, { description: 'The most that this account may send.' })
  frequency(): Frequency {
    return this.link.frequency;
  }

  @Field(() => Date, { nullable: true, description: 'No marketing before.' })
  pausedUntil(): Date | null {
    return this.link.snoozedUntil;
  }

  @Field(() => [LeaveReasonType], {
    description: 'To choose from after leaving; nothing is preselected.',
  })
  reasons(): LeaveReasonType[] {
    const { reasons, language, purpose, exempt } = this.link;
    // By the link of an exempt book, marketing alone is left.
    const asked = REASONS_OF[exempt ? 'MARKETING' : purpose];
    if (reasons.length === 0) return asked.map((id) => ({ id, text: null, language: null }));
    return reasons.map(({ id, texts }) => {
      const words = wordsFor(texts, language);
      return { id, text: words?.text ?? null, language: words?.language ?? null };
    });
  }

  @Field(() => Boolean, {
    description:
      'Whether there is anything to come back to by a double opt-in that is mailed: of a number there is none (`startTo`).',
  })
  mayReturn(): boolean {
    const { address, channel, standing } = this.link;
    return address !== null && channel === 'EMAIL' && standing.length > 0;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Where an SMS of its book was left: the number to which START begins the way back, of a text from a name the installation’s short code in the reader’s country, or else a number by which they had the book’s latest; null where nobody reads what is sent.',
  })
  startTo(@Ctx() { installation }: Context): string | null {
    const { standing, startTo, sentByName, address } = this.link;
    if (standing.length === 0) return null;
    if (!sentByName) return startTo;
    const country = address === null ? null : countryOfNumber(address);
    return (country === null ? undefined : installation.shortCodes[country]) ?? startTo;
  }

  private standing(scopeId: string | null): StandingRequest | undefined {
    return this.link.standing.find((request) => request.scopeId === scopeId);
  }
}

function scopeOfLink(link: LinkView): ScopeType {
  const { kind, id } = scopeLeftByLink({ ...link, bookId: link.addressBookId });
  const names = {
    TOPIC: link.topicName,
    BOOK: link.addressBookName,
    ACCOUNT: link.accountName,
    ORGANISATION: link.organisationName,
  };
  return new ScopeType(kind, id, names[kind]);
}
