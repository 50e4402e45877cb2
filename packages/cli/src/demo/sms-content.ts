import type { SmsSenderKind } from '@adieu/domain';

export interface DemoSms {
  readonly name: string;
  readonly sender: {
    readonly smsKind: SmsSenderKind;
    readonly address: string;
    readonly keyword?: string;
    readonly countries?: readonly string[];
  };
  readonly text: Readonly<Record<'en' | 'sv', string>>;
}

export type DemoSmsName = 'number' | 'text' | 'shortCode';

/** Who gets SMS: the first two are those that the handset opens with. Nobody has these numbers (PTS keeps them for films). */
export const SMS_BOOK = { name: 'Members by SMS', file: 'members-by-sms' };

/** One campaign from each kind of sender: each says another way out. The book goes on with the last. */
export const SMS_CAMPAIGNS: Readonly<Record<DemoSmsName, DemoSms>> = {
  shortCode: {
    name: 'Roses at the weekend',
    sender: { smsKind: 'SHORT_CODE', address: '72080', keyword: 'ROSOR', countries: ['SE'] },
    text: {
      en: 'Roses this weekend: three for two, {{ contact.first_name }}.',
      sv: 'Rosor i helgen: tre för två, {{ contact.first_name }}.',
    },
  },
  text: {
    name: 'Lamps for members',
    sender: { smsKind: 'TEXT', address: 'Nordlys' },
    text: {
      en: '{{ contact.first_name }}, all lamps are 20% off for members until Sunday.',
      sv: '{{ contact.first_name }}, alla lampor är 20 % billigare för medlemmar till söndag.',
    },
  },
  number: {
    name: 'Members’ evening',
    sender: { smsKind: 'NUMBER', address: '+46701740699' },
    text: {
      en: "Hi {{ contact.first_name }}! Members' evening in {{ contact.city }} on Thursday at 6 pm.",
      sv: 'Hej {{ contact.first_name }}! Medlemskväll i {{ contact.city }} på torsdag kl. 18.',
    },
  },
};
