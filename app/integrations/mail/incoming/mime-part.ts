export interface MimeHeader {
  /** In lower case. */
  key: string;
  /** Unfolded; encoded words as they are. */
  value: string;
}

/** The value of a header that has parameters, such as `Content-Type`. */
export interface Structured {
  /** In lower case; empty where the header is missing. */
  value: string;
  /** By names in lower case, continued and encoded ones (RFC 2231) put together. */
  params: Record<string, string>;
}

/** A mail, or a part of one. */
export interface MimePart {
  headers: MimeHeader[];
  type: Structured;
  disposition: Structured;
  contentId: string | undefined;
  /** Decoded from its transfer encoding, not from its charset; a copy; empty where there are children. */
  content: Uint8Array;
  /** Parts of a multipart; empty for others, and for a multipart whose boundary occurs nowhere. */
  children: MimePart[];
}
