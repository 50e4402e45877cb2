/** Whether a text has the form of an ISO 3166-1 alpha-2 code: `SE`. One without rules of its own has those of the EU. */
export function isCountry(text: string): boolean {
  return /^[A-Z]{2}$/.test(text);
}
