import { BrandImageDocument } from '../api/generated/documents.ts';
import type { Route } from './+types/logo.ts';
import { withApiOr } from '../errors/with-api.ts';

/** An account's logo under the hash of its bytes, so that it may be kept for good. It tells nobody which page it is for. */
export async function loader({ params: { id }, context }: Route.LoaderArgs): Promise<Response> {
  if (!/^[\da-f]{64}$/.test(id)) return new Response(null, { status: 404 });
  return withApiOr(
    { context },
    'a logo not shown',
    async (api) => {
      const { brandImage } = await api(BrandImageDocument, { id });
      if (brandImage === null) return new Response(null, { status: 404 });
      return new Response(Buffer.from(brandImage.content, 'base64'), {
        headers: {
          'Content-Type': brandImage.mediaType,
          'Cache-Control': 'public, max-age=31536000, immutable',
        },
      });
    },
    () => new Response(null, { status: 503 }),
  );
}
