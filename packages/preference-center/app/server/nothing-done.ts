import { data } from 'react-router';

/** What a POST is answered with that none of the page's buttons made: the page, and no 2xx, as nothing came of it. */
export function nothingDone(status: 400 | 403 = 400) {
  return data(null, { status });
}
