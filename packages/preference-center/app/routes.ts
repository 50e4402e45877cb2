import { type RouteConfig, route } from '@react-router/dev/routes';

export default [
  route('u/:token', 'routes/preferences.tsx'),
  route('p/:token', 'routes/save.ts'),
  route('o/:token', 'routes/double-opt-in.tsx'),
  route('d/:token', 'routes/data.tsx'),
  route('d/:token/data.json', 'routes/data-file.ts'),
  route('f/:id', 'routes/sign-up.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('s/:token', 'routes/sign-in-link.tsx'),
  route('i/:token', 'routes/invitation.tsx'),
  route('members', 'routes/members.tsx'),
  route('review', 'routes/review-start.ts'),
  route('review/:token', 'routes/review.tsx'),
  route('review/:token/figures', 'routes/review-figures.tsx'),
  route('review/:token/reports', 'routes/review-reports.tsx'),
  route('review/:token/reports/:id', 'routes/review-report.tsx'),
  route('setup/:token', 'routes/setup.tsx'),
  route('logo/:id', 'routes/logo.ts'),
  route('healthz', 'routes/healthz.ts'),
  route('*', 'routes/unknown.ts'),
] satisfies RouteConfig;
