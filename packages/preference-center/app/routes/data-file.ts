import { redirect } from 'react-router';
import { PersonalDataFileDocument } from '../api/generated/documents.ts';
import { isTokenShaped } from '../server/token.server.ts';
import type { Route } from './+types/data-file.ts';
import { withApiOr } from '../errors/with-api.ts';

/** The whole of somebody's data as a file (GDPR Art. 20: structured, machine-readable). Its page says why there is none. */
export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  const page = redirect(`/d/${encodeURIComponent(token)}`, 303);
  if (!isTokenShaped(token)) return page;
  return withApiOr(
    { context },
    'personal data not given',
    async (api) => {
      const { personalData } = await api(PersonalDataFileDocument, { token });
      if (personalData === null) return page;
      return new Response(personalData.json, {
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Disposition': 'attachment; filename="data.json"',
        },
      });
    },
    () => page,
  );
}
