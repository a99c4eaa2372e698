import { Readable } from "node:stream";
import { AwsClient } from "aws4fetch";
import { requireKey, type Storage, StorageFault } from "./storage";

/** Milliseconds until there is an answer, and in which nothing moves while bytes come or go. */
const usual = { answer: 10_000, piece: 30_000 };

interface Bucket {
  /** `https://host/bucket`, without a slash at its end. */
  address: string;
  client: AwsClient;
  patience: typeof usual;
}

/** Files in a bucket of whatever speaks S3: `s3://KEY:SECRET@HOST/BUCKET?region=REGION`; `s3+http:` without TLS. */
export function openBucket(url: string, patience = usual): Storage {
  const bucket = { ...readUrl(url), patience };
  return {
    async put(key, { content, bytes, type }) {
      const headers = { "Content-Length": String(bytes), "Content-Type": type };
      try {
        await done(await ask(bucket, `/${requireKey(key)}`, { method: "PUT", headers, content }));
      } catch (error) {
        // Not every one of them notices that a file has broken off.
        await ask(bucket, `/${requireKey(key)}`, { method: "DELETE" }).catch(() => {});
        throw error;
      }
    },
    async get(key, range) {
      const headers: Record<string, string> = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
      const answer = await ask(bucket, `/${requireKey(key)}`, { headers });
      if (answer.response.status === 404) return void answer.late.abort();
      if (!answer.response.ok) await done(answer);
      return Readable.from(piecesOf(answer), { objectMode: false });
    },
    async remove(key) {
      const answer = await ask(bucket, `/${requireKey(key)}`, { method: "DELETE" });
      if (answer.response.status === 404) return void answer.late.abort();
      await done(answer);
    },
    list: () => listBucket(bucket),
  };
}

function readUrl(text: string): Pick<Bucket, "address" | "client"> {
  const url = new URL(text.replace(/^s3\+http:/, "http:").replace(/^s3:/, "https:"));
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    service: "s3",
    region: url.searchParams.get("region") ?? "us-east-1",
    // What is sent is a stream that cannot be sent twice; whoever asked tries again.
    retries: 0,
  });
  return { address: `${url.origin}${url.pathname.replace(/\/+$/, "")}`, client };
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  content?: Readable;
}

interface Answer {
  response: Response;
  /** Ends the reading of it. */
  late: AbortController;
  patience: typeof usual;
}

async function ask({ address, client, patience }: Bucket, rest: string, asked: Asked): Promise<Answer> {
  const { method = "GET", headers = {}, content } = asked;
  const signed = await client.sign(`${address}${rest}`, { method, headers });
  const late = new AbortController();
  const clock = setTimeout(() => late.abort(), content ? patience.piece : patience.answer);
  // However large it is, as long as it moves.
  const body = content && Readable.from(refreshing(content, clock), { objectMode: false });
  try {
    const init = { method, headers: signed.headers, signal: late.signal };
    const response = await fetch(signed.url, { ...init, ...(body && { body: body as never, duplex: "half" }) });
    return { response, late, patience };
  } catch (error) {
    // What is sent broke off before we did.
    if (content?.errored) throw content.errored;
    throw new StorageFault("away", error);
  } finally {
    clearTimeout(clock);
    content?.destroy();
  }
}

async function* refreshing(content: Readable, clock: NodeJS.Timeout): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    clock.refresh();
    yield piece;
  }
  clock.refresh();
}

/** The bytes of an answer. Throws `away` where they cease to come; however slowly they are taken. */
async function* piecesOf({ response, late, patience }: Answer): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const clock = setTimeout(() => late.abort(), patience.piece);
      const read = await reader?.read().finally(() => clearTimeout(clock));
      if (!read || read.done) return;
      yield read.value;
    }
  } catch (error) {
    throw new StorageFault("away", error);
  } finally {
    late.abort();
  }
}

async function textOf(answer: Answer): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(answer)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function done(answer: Answer): Promise<void> {
  const said = (await textOf(answer)).slice(0, 500);
  const { ok, status } = answer.response;
  if (ok) return;
  const isFull = status === 507 || /QuotaExceeded|StorageFull|InsufficientStorage/i.test(said);
  throw new StorageFault(isFull ? "full" : "away", new Error(`${status} ${said}`));
}

async function* listBucket(bucket: Bucket): AsyncGenerator<{ key: string; at: Date }> {
  for (let next: string | undefined = ""; next !== undefined; ) {
    const query = new URLSearchParams({ "list-type": "2", ...(next && { "continuation-token": next }) });
    const answer = await ask(bucket, `/?${query}`, {});
    if (!answer.response.ok) await done(answer);
    const text = await textOf(answer);
    for (const [, one = ""] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      yield { key: tag(one, "Key") ?? "", at: new Date(tag(one, "LastModified") ?? 0) };
    }
    next = tag(text, "IsTruncated") === "true" ? tag(text, "NextContinuationToken") : undefined;
  }
}

/** Keys are plain (./storage), so that nothing in them is escaped; tokens may be. */
const tag = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
