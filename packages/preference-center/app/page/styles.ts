import figures from '../review/figures/figures.css?inline';
import review from '../review/review.css?inline';
import forms from './forms.css?inline';
import page from './page.css?inline';

/** The stylesheets of pages, whole: the policy names each by its hash, so what a page bears and what it allows is one text. */
export const PAGE_STYLES = page + forms;
/** On top of these for those who decide. */
export const REVIEW_STYLES = review + figures;
