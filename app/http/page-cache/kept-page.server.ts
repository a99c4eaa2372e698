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
  /** Those of every form, but for what tells the forms apart. */
  lasting: string[];
  plain: Form;
  compressed: Partial<Record<Compression, Form>>;
  underWay: Set<Compression>;
}

/** `headers`: names and values in turn. */
export function keepPage(key: string, shown: Shown, html: string, headers: string[]): KeptPage {
  const body = Buffer.from(html);
  const lasting = [...headers, "Vary", "Accept-Encoding, Accept-Language, Cookie"];
  const plain = formOf(body, `"${digest(body)}"`, lasting);
  return { key, shown, lasting, plain, compressed: {}, underWay: new Set() };
}

function formOf(body: Buffer, etag: string, lasting: string[], coding: string[] = []): Form {
  const headersUnchanged = [...lasting, "ETag", etag];
  const headers = [...headersUnchanged, ...coding, "Content-Length", String(body.length)];
  return { body, etag, headers, headersUnchanged };
}

const digest = (body: Buffer): string => createHash("sha256").update(body).digest("base64url").slice(0, 22);

/** Makes one more form, off the main thread, while the page goes out as it is. */
export async function compress(page: KeptPage, compression: Compression): Promise<void> {
  page.underWay.add(compression);
  const { plain, lasting } = page;
  const body = await compressions[compression](plain.body);
  const etag = `${plain.etag.slice(0, -1)}-${compression}"`;
  page.compressed[compression] = formOf(body, etag, lasting, ["Content-Encoding", compression]);
}

/** Bytes, headers and all, roughly. */
export function sizeOf({ key, shown, plain, compressed }: KeptPage): number {
  const forms = [plain, ...Object.values(compressed)];
  const bodies = forms.reduce((sum, { body, headers }) => sum + body.length + 2 * headers.join("").length, 0);
  return bodies + 2 * key.length + 120 * shown.posts.length + 1000;
}
