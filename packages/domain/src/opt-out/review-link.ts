/** What a link that is mailed to a member opens: the review itself, or the way in that leads to it. */
export const REVIEW_LINK_PURPOSES = ['REVIEW', 'SIGN_IN'] as const;
export type ReviewLinkPurpose = (typeof REVIEW_LINK_PURPOSES)[number];

/** How long each works, in seconds: that of a digest outlasts a day's period and a weekend; a way in is used at once. */
export const REVIEW_LINK_SECONDS: Readonly<Record<ReviewLinkPurpose, number>> = {
  REVIEW: 3 * 86_400,
  SIGN_IN: 15 * 60,
};
