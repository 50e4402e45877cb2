/** The gateway of `npm start`, which keeps what it is handed and shows it as two telephones. */
export const HANDSET = 'handset';
/** The header by which Adieu and the handset know each other. */
export const HANDSET_HEADER = 'x-handset-secret';
