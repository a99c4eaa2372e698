import { Readable } from "node:stream";
import { AwsClient } from "aws4fetch";
import { requireKey, type Storage, StorageFault } from "./storage";

/** Milliseconds until there is an answer; a large file takes its time before that. */
const patience = { usual: 10_000, put: 300_000 };

interface Bucket {
  /** `https://host/bucket`, without a slash at its end. */
  address: string;
  client: AwsClient;
}

/** Files in a bucket of whatever speaks S3: `s3://KEY:SECRET@HOST/BUCKET?region=REGION`; `s3+http:` without TLS. */
export function openBucket(url: string): Storage {
  const bucket = readUrl(url);
  return {
    async put(key, { content, bytes, type }) {
      const headers = { "Content-Length": String(bytes), "Content-Type": type };
      const put = { method: "PUT", headers, content, patience: patience.put };
      try {
        await done(await ask(bucket, `/${requireKey(key)}`, put));
      } catch (error) {
        // Not every one of them notices that a file has broken off.
        await ask(bucket, `/${requireKey(key)}`, { method: "DELETE" }).catch(() => {});
        throw error;
      }
    },
    async get(key, range) {
      const headers: Record<string, string> = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
      const response = await ask(bucket, `/${requireKey(key)}`, { headers });
      if (response.status === 404) return void (await response.body?.cancel());
      if (!response.ok || !response.body) await done(response);
      return Readable.fromWeb(response.body as never);
    },
    async remove(key) {
      const response = await ask(bucket, `/${requireKey(key)}`, { method: "DELETE" });
      if (response.status === 404) return void (await response.body?.cancel());
      await done(response);
    },
    list: () => listBucket(bucket),
  };
}

function readUrl(text: string): Bucket {
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
  patience?: number;
}

async function ask({ address, client }: Bucket, rest: string, asked: Asked): Promise<Response> {
  const { method = "GET", headers = {}, content } = asked;
  const signed = await client.sign(`${address}${rest}`, { method, headers });
  // Else a long answer would be cut off while it is read.
  const late = new AbortController();
  const clock = setTimeout(() => late.abort(), asked.patience ?? patience.usual);
  try {
    return await fetch(signed.url, {
      method,
      headers: signed.headers,
      signal: late.signal,
      ...(content && { body: content as never, duplex: "half" }),
    });
  } catch (error) {
    // What is sent broke off before we did.
    if (content?.errored) throw content.errored;
    throw new StorageFault("away", error);
  } finally {
    clearTimeout(clock);
  }
}

async function done(response: Response): Promise<void> {
  if (response.ok) return void (await response.body?.cancel());
  const said = (await response.text().catch(() => "")).slice(0, 500);
  const isFull = response.status === 507 || /QuotaExceeded|StorageFull|InsufficientStorage/i.test(said);
  throw new StorageFault(isFull ? "full" : "away", new Error(`${response.status} ${said}`));
}

async function* listBucket(bucket: Bucket): AsyncGenerator<{ key: string; at: Date }> {
  for (let next: string | undefined = ""; next !== undefined; ) {
    const query = new URLSearchParams({ "list-type": "2", ...(next && { "continuation-token": next }) });
    const response = await ask(bucket, `/?${query}`, {});
    if (!response.ok) await done(response);
    const text = await response.text();
    for (const [, one = ""] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      yield { key: tag(one, "Key") ?? "", at: new Date(tag(one, "LastModified") ?? 0) };
    }
    next = tag(text, "IsTruncated") === "true" ? tag(text, "NextContinuationToken") : undefined;
  }
}

/** Keys are plain (./storage), so that nothing in them is escaped; tokens may be. */
const tag = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
