/** Whether it could be one of our tokens at all. What cannot is answered here, like any unknown one (O-9). */
export function isTokenShaped(token: string): boolean {
  return /^[\w-]{16,128}$/.test(token);
}
