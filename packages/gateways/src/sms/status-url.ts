/** What the query of a status URL calls the message. */
export const MESSAGE_PARAMETER = 'message';

/** The URL at which a gateway is to say what became of this message. */
export function withMessage(statusUrl: string, id: string): string {
  return `${statusUrl}?${MESSAGE_PARAMETER}=${encodeURIComponent(id)}`;
}
