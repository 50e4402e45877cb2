/** Where the TXT record stands that proves a domain to be an organisation's. */
export function challengeName(domain: string): string {
  return `_adieu-challenge.${domain}`;
}

/** Whether one of the texts found there is the challenge; a text may come in pieces of 255 octets. */
export function answersChallenge(
  records: readonly (readonly string[])[],
  challenge: string,
): boolean {
  return records.some((pieces) => pieces.join('').trim() === challenge);
}
