/** What may be logged of a path: its route, never the token in it (O-13). */
export function routePattern(path: string): string {
  const [, first = ''] = /^\/([^/?]*)/.exec(path) ?? [];
  if (first === 'healthz') return '/healthz';
  if (first === 'logo' || first === 'f') return `/${first}/:id`;
  if (['members', 'sign-in'].includes(first)) return `/${first}`;
  if (/^\/review\/?(?:[?.]|$)/.test(path)) return '/review';
  return ['u', 'p', 'o', 'd', 's', 'i', 'review'].includes(first) ? `/${first}/:token` : '*';
}
