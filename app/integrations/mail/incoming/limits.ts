/** Bounds of what is read of one mail. What goes beyond the first three makes a mail unreadable. */
export const limits = {
  /** Bytes. */
  mail: 25 * 1024 * 1024,
  /** Bytes of all headers of all parts. */
  headers: 1024 * 1024,
  /** Parts within parts. */
  depth: 50,
  /** Parts that are looked at; later ones are left out. */
  parts: 1000,
  attachments: 100,
  /** Addresses of one header. */
  addresses: 500,
  /** Ids of one header, of which the first and the last are kept. */
  ids: 100,
  /** Characters of HTML that are converted; the rest is left out. */
  html: 1_000_000,
  /** Characters and lines of plain text that are searched for quotes; the rest counts as quoted. */
  text: 500_000,
  lines: 20_000,
} as const;
