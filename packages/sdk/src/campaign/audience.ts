import type { AudienceFilter } from './audience-filter.ts';

/** Who is written to: the contacts of an address book, or a part of them. `Field` are the names of its fields that texts and filters may use. */
export interface Audience<Field extends string = string> extends AudienceFilter<NoInfer<Field>> {
  /** Its id (`book_…`) or its name, where only one has it. */
  readonly addressBook: string;
  readonly fields: readonly Field[];
}

/** Recipients by hand, at most 1000. Each opts out of the account; texts have no fields. */
export interface NamedRecipients {
  /** Its id (`account_…`) or its name. */
  readonly account: string;
  readonly recipients: readonly string[];
  /** A receipt or a code is TRANSACTIONAL: it has no way out, and must not sell. Not given: MARKETING. */
  readonly purpose?: 'MARKETING' | 'TRANSACTIONAL';
  readonly fields?: readonly never[];
}

/** Names an audience once for several campaigns, with its fields: texts that use another one do not compile. */
export function defineAudience<const Field extends string>(
  audience: Audience<Field>,
): Audience<Field> {
  return audience;
}
