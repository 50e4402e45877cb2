export const CHANNELS = ['EMAIL', 'SMS'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The field of an input, or the column of a list, that bears a person's address of a channel. */
export const ADDRESS_FIELDS = { EMAIL: 'email', SMS: 'phone' } as const satisfies Record<
  Channel,
  string
>;

export const PURPOSES = ['MARKETING', 'SERVICE', 'TRANSACTIONAL'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const LANGUAGES = ['sv', 'cs', 'de', 'da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
