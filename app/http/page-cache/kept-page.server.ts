import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Shown } from "./shown";

const brotliQuality = 5;

const compressions = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

export type Compression = keyof typeof compressions;

/** A page as it goes out in one encoding. */
export interface Form {
  body: Buffer;
  etag: string;
  /** Names and values in turn. */
  headers: string[];
  /** The same without what describes a body. */
  headersUnchanged: string[];
}

/** A page that was rendered once, for all visitors who would see the same. */
export interface KeptPage {
  key: string;
  shown: Shown;
  plain: Form;
  compressed: Partial<Record<Compression, Form>>;
  underWay: Set<Compression>;
}

export function keepPage(key: string, shown: Shown, html: string, headers: [name: string, value: string][]): KeptPage {
  return { key, shown, plain: formOf(Buffer.from(html), headers), compressed: {}, underWay: new Set() };
}

function formOf(body: Buffer, headers: [string, string][], compression?: Compression, ofPlain?: string): Form {
  const etag = ofPlain ? `${ofPlain.slice(0, -1)}-${compression}"` : `"${digest(body)}"`;
  const always = [...headers.flat(), "ETag", etag, "Vary", "Accept-Encoding, Accept-Language, Cookie"];
  const coding = compression ? ["Content-Encoding", compression] : [];
  const ofBody = [...coding, "Content-Length", String(body.length)];
  return { body, etag, headers: [...always, ...ofBody], headersUnchanged: always };
}

const digest = (body: Buffer): string => createHash("sha256").update(body).digest("base64url").slice(0, 22);

/** Makes one more form, off the main thread, while the page goes out as it is. */
export async function compress(page: KeptPage, compression: Compression): Promise<void> {
  page.underWay.add(compression);
  const body = await compressions[compression](page.plain.body);
  const headers = pairs(page.plain.headersUnchanged).filter(([name]) => name !== "ETag" && name !== "Vary");
  page.compressed[compression] = formOf(body, headers, compression, page.plain.etag);
}

function pairs(flat: string[]): [string, string][] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? "", flat[2 * i + 1] ?? ""]);
}

/** Bytes, headers and all, roughly. */
export function sizeOf({ key, shown, plain, compressed }: KeptPage): number {
  const forms = [plain, ...Object.values(compressed)];
  const bodies = forms.reduce((sum, { body, headers }) => sum + body.length + 2 * headers.join("").length, 0);
  return bodies + 2 * key.length + 120 * shown.posts.length + 1000;
}
