import { redirect } from 'react-router';

/** The address that people know: a member's own page leads to the review, and asks to sign in where that is needed. */
export function loader() {
  return redirect('/members');
}
