/** A text as a part of an address, whatever it is: half a character, which has no place in one, becomes U+FFFD. */
export const addressPart = (text: string): string => encodeURIComponent(text.toWellFormed());
