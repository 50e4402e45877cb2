import type { Reader } from '@adieu/messages';
import type { ReactNode } from 'react';
import { memberPages } from './member-pages.tsx';
import { recipientPages } from './recipient-pages.tsx';
import { reviewPages } from './review-pages.tsx';

/** Every page in every state, as this reader meets it. */
export const pagesFor = (reader: Reader): readonly (readonly [string, ReactNode])[] => [
  ...recipientPages(reader),
  ...reviewPages(reader),
  ...memberPages(reader),
];
