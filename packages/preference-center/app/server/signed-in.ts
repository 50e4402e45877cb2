import { sessionCookie } from '@adieu/domain';
import { redirect } from 'react-router';

/** To the member's own page, with the session in the browser's keeping; null = theirs ended. */
export function withSession(location: string, secret: string | null) {
  return redirect(location, { status: 303, headers: { 'Set-Cookie': sessionCookie(secret) } });
}
