/** The address of a review's page. */
export function reviewUrl(
  token: string,
  query: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const search = new URLSearchParams(given).toString();
  return `/review/${token}${search && `?${search}`}`;
}
