/** Of whatever an event or a mail speaks of. */
export const id = "0199a0b0-0000-7000-8000-000000000001";
