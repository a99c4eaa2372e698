/** The name of the whole file among what lies under its key. */
export const whole = "whole";

/** Where the bytes of a file lie, or of one of its sizes. */
export const keyOf = (storageKey: string, size: number | typeof whole = whole): string => `${storageKey}/${size}`;

/** All that lies of a file, the whole one first. */
export const keysOf = ({ storageKey, widths }: { storageKey: string; widths: number[] }): string[] => [
  keyOf(storageKey),
  ...widths.map((width) => keyOf(storageKey, width)),
];
