/** As many as one request may name of anything, where the field's own limit is not lower. */
export const LONGEST_LIST = 1_000;
