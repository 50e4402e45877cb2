import { notFound } from '../errors/page-error.ts';
import type { Route } from './+types/unknown.ts';

export function loader({ request }: Route.LoaderArgs): never {
  throw notFound(request);
}

export function action({ request }: Route.ActionArgs): never {
  throw notFound(request);
}

/** Never shown; with it, an unknown path is answered by a page like any unknown link. */
export default function Unknown() {
  return null;
}
