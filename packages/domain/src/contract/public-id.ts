const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
/** 128 bits, five to a character. */
const LENGTH = 26;

/** The public form of a row's UUID (TypeID): `optout_01kf…`. GraphQL shows it, and Temporal lists workflows by it. */
export function publicId(prefix: string, uuid: string): string {
  const digits = BigInt(`0x${uuid.replaceAll('-', '')}`)
    .toString(32)
    .padStart(LENGTH, '0');
  return `${prefix}_${digits.replaceAll(/./g, (digit) => CROCKFORD[parseInt(digit, 32)]!)}`;
}
