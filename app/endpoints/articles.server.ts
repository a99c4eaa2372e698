import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { v7 as uuid } from "uuid";
import { asRefusal } from "~/http/as-refusal";
import type { Call } from "~/http/endpoint.server";
import type { Admitted } from "~/http/endpoint-guards.server";
import { limitActions } from "~/http/rate-limit.server";
import { readParts } from "~/http/read-parts.server";
import { waitForBody } from "~/http/slow-bodies.server";
import { leaveProblem } from "~/http/toast.server";
import { saysTooMuch } from "~/http/too-large";
import { writeZip } from "~/models/admin/exports/write-zip.server";
import { NotUnderstood } from "~/models/admin/imports/not-understood";
import { listZip, readZipEntry } from "~/models/admin/imports/zip-archive.server";
import { DomainError } from "~/models/core/domain-error";
import { fileNameOf } from "~/models/core/files/file-name";
import { withWorkFolder } from "~/models/core/files/work-folder.server";
import { receiveArticles } from "~/models/help/moving/import-articles.server";
import { listArticleFiles } from "~/models/help/moving/list-article-files.server";

/** What is shown of all articles, as files of Markdown. */
export async function sendArticles({ db, response, viewer }: Call & Admitted): Promise<void> {
  const entries = await listArticleFiles(db, viewer);
  response.type("zip").setHeader("Cache-Control", "no-store");
  response.attachment(`articles-${new Date().toISOString().slice(0, 10)}.zip`);
  await writeZip(entries, response);
}

const movingPage = "/staff/help/moving";

/** Bytes are of what comes out. */
const limits = { files: 5000, bytes: 50_000_000, ratio: 200, ratioFrom: 1_000_000 } as const;
const mostMegabytes = 20;

/** Articles that somebody brings: they are kept, and shown before anything is made of them. */
export async function takeArticles(call: Call & Admitted): Promise<void> {
  const { response, visit } = call;
  const result = await receive(call).catch(asRefusal);
  if (typeof result === "string") return response.redirect(303, `${movingPage}/${result}`);
  leaveProblem(visit, result);
  // What is still to come of it is nobody's business.
  response.setHeader("Connection", "close").redirect(303, movingPage);
}

/** Resolves to the id of the import. */
async function receive({ db, request, viewer, visit }: Call & Admitted): Promise<string> {
  await limitActions("upload", visit);
  if (saysTooMuch(request, mostMegabytes * 1_000_000)) throw tooLarge();
  waitForBody(request);
  const id = uuid();
  let isTaken = false;
  await readParts(request, {
    files: 1,
    async onFile({ name, pieces }) {
      const files = await unpack(pieces);
      await receiveArticles(db, { viewer, id, fileName: fileNameOf(name), files });
      isTaken = true;
    },
  });
  if (!isTaken) throw new DomainError("importNoFile");
  return id;
}

const tooLarge = () => new DomainError("importTooLarge", { params: { megabytes: mostMegabytes } });

/** The Markdown in an archive. */
async function unpack(pieces: AsyncIterable<Uint8Array>): Promise<{ path: string; text: string }[]> {
  return withWorkFolder(async (folder) => {
    const archive = path.join(folder, "articles.zip");
    await pipeline(Readable.from(atMost(pieces)), createWriteStream(archive));
    try {
      const files: { path: string; text: string }[] = [];
      for (const [name, entry] of await listZip(archive, limits)) {
        if (!name.endsWith(".md")) continue;
        let text = "";
        for await (const piece of readZipEntry(archive, entry)) text += piece;
        files.push({ path: name, text });
      }
      return files;
    } catch (error) {
      if (error instanceof NotUnderstood) throw new DomainError("articlesNotReadable");
      throw error;
    }
  });
}

async function* atMost(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > mostMegabytes * 1_000_000) throw tooLarge();
    yield piece;
  }
}
