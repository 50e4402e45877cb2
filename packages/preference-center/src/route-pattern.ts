/** What may be logged of a path: its route, never the token in it (O-13). */
export function routePattern(path: string): string {
  const [, first = ''] = /^\/([^/?]*)/.exec(path) ?? [];
  if (first === 'healthz') return '/healthz';
  return ['u', 'p', 'o', 'd'].includes(first) ? `/${first}/:token` : '*';
}
