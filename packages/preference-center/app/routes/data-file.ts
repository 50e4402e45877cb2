import { redirect } from 'react-router';
import { ApiUnavailable } from '../api/client.ts';
import { PersonalDataFileDocument } from '../api/generated/documents.ts';
import { apiContext, logContext } from '../server/context.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/data-file.ts';

/** The whole of somebody's data as a file (GDPR Art. 20: structured, machine-readable). Its page says why there is none. */
export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  const page = redirect(`/d/${encodeURIComponent(token)}`, 303);
  if (!isTokenShaped(token)) return page;
  try {
    const { personalData } = await context.get(apiContext)(PersonalDataFileDocument, { token });
    if (personalData === null) return page;
    return new Response(personalData.json, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="data.json"',
      },
    });
  } catch (error) {
    if (!(error instanceof ApiUnavailable)) throw error;
    context.get(logContext).warn({ err: error }, 'personal data not given');
    return page;
  }
}
