import { type RouteConfig, route } from '@react-router/dev/routes';

export default [
  route('u/:token', 'routes/preferences.tsx'),
  route('p/:token', 'routes/save.ts'),
  route('o/:token', 'routes/double-opt-in.tsx'),
  route('healthz', 'routes/healthz.ts'),
  route('*', 'routes/unknown.ts'),
] satisfies RouteConfig;
