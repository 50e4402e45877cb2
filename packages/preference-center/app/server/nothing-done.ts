import { data } from 'react-router';

/** What a POST is answered with that none of the page's buttons made: the page, and no 2xx, as nothing came of it. */
export function nothingDone() {
  return data(null, { status: 400 });
}
