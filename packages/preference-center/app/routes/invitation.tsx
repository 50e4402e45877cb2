import { AcceptInvitationDocument, InvitationDocument } from '../api/generated/documents.ts';
import { enter, showEntrance } from '../members/by-mailed-link.ts';
import { InvitationEndedPage, InvitationPage } from '../members/enter-page.tsx';
import { readerOfPage } from '../reader/reader-of-page.ts';
import type { Route } from './+types/invitation.ts';

/** Shows an invitation. */
export async function loader(visit: Route.LoaderArgs) {
  const { token } = visit.params;
  return showEntrance(visit, 'an invitation was not shown', async (api) => {
    const { invitation: view } = await api(InvitationDocument, { token });
    return view && { view, reader: readerOfPage(view, visit.request) };
  });
}

/** Accepts it. */
export async function action(visit: Route.ActionArgs) {
  const { token } = visit.params;
  const way = { failed: 'an invitation was not accepted', path: '/i' };
  return enter(visit, way, async (api, userAgent) => {
    const { acceptInvitation } = await api(AcceptInvitationDocument, {
      input: { token, userAgent },
    });
    return acceptInvitation;
  });
}

export default function Invitation({ loaderData }: Route.ComponentProps) {
  if (loaderData.view === null) return <InvitationEndedPage language={loaderData.language} />;
  return <InvitationPage {...loaderData} />;
}
