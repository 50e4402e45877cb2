/** 0 where nothing was sent. */
export function rateOf(count: number, sent: number): number {
  return sent === 0 ? 0 : count / sent;
}
