const EMAIL_HEADERS = [
  'email',
  'e-mail',
  'mail',
  'address',
  'e-post',
  'epost',
  'e_mail',
  'email_address',
  'e-mail-adresse',
];
/** The first of them that a file has is the number; others are merge fields. */
const PHONE_HEADERS = [
  'mobile',
  'mobil',
  'handy',
  'cell',
  'phone',
  'telefon',
  'tel',
  'telephone',
  'number',
  'mobile_number',
  'mobilnummer',
  'phone_number',
  'telefonnummer',
];
const LANGUAGE_HEADERS = ['language', 'lang', 'locale', 'sprache', 'språk', 'sprog', 'jazyk'];
const ZONE_HEADERS = [
  'time_zone',
  'timezone',
  'time zone',
  'tz',
  'zeitzone',
  'tidszon',
  'tidszone',
];

/** The merge field that tells a contact's own zone. */
export const ZONE = 'time_zone';

/** Where the columns of a list stand, from 0; -1 = there is none. */
export interface ContactColumns {
  /** As the header line has them, without blanks around. */
  readonly names: readonly string[];
  readonly email: number;
  readonly phone: number;
  readonly language: number;
  /** The names of the merge fields that the columns become. */
  readonly fields: readonly string[];
}

/** Of several columns of a kind the first of its list is meant; the others are merge fields by their own names. */
export function contactColumns(header: readonly string[]): ContactColumns {
  const names = header.map((name) => name.trim());
  const lower = names.map((name) => name.toLowerCase());
  const place = (known: readonly string[]): number =>
    lower.indexOf(known.find((name) => lower.includes(name)) ?? '\0');
  const zone = place(ZONE_HEADERS);
  return {
    names,
    email: place(EMAIL_HEADERS),
    phone: place(PHONE_HEADERS),
    language: place(LANGUAGE_HEADERS),
    fields: lower.map((name, i) => (i === zone ? ZONE : name.replace(/[^\p{L}\p{N}]+/gu, '_'))),
  };
}

/** Whether a column holds what Adieu knows of a person, or becomes a merge field. */
export function isKnown(columns: ContactColumns, place: number): boolean {
  return [columns.email, columns.phone, columns.language].includes(place);
}
