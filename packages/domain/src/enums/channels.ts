export const CHANNELS = ['EMAIL', 'SMS'] as const;
export type Channel = (typeof CHANNELS)[number];

export const PURPOSES = ['MARKETING', 'SERVICE', 'TRANSACTIONAL'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const LANGUAGES = ['sv', 'cs', 'de', 'da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
