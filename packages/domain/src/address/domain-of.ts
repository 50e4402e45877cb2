/** The domain of an e-mail address in its normal form. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
