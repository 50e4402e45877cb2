import { DEFAULT_LANGUAGE } from '@adieu/messages';
import { isRouteErrorResponse, Outlet } from 'react-router';
import type { Route } from './+types/root.ts';
import { NotFound } from './errors/not-found.tsx';
import { Unavailable } from './errors/unavailable.tsx';
import { isPageError } from './errors/page-error.ts';
import { securityHeaders } from './server/security-headers.server.ts';

export const middleware: Route.MiddlewareFunction[] = [securityHeaders];

/** Each page is a whole document of its own, because language and title are known only there. */
export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  if (isRouteErrorResponse(error)) {
    if (!isPageError(error.data)) return <NotFound language={DEFAULT_LANGUAGE} />;
    const { language, because, opened, retry } = error.data;
    if (because === 'not-found')
      return <NotFound language={language} {...(opened && { opened })} />;
    return <Unavailable language={language} {...(retry && { retry })} />;
  }
  return <Unavailable language={DEFAULT_LANGUAGE} />;
}
