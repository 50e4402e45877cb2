/** `BODY`: what was signed, of whoever signs no more than that. URL and headers are then anybody's to write. */
export type Signed = 'ALL' | 'BODY';
