import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import { askerIn } from "~/http/asker.server";
import { beginVisit } from "~/http/begin-visit.server";
import { type Call, nothing } from "~/http/endpoint.server";
import { portalFor } from "~/http/portal.server";
import { isPicture } from "~/models/core/files/media-type.server";
import { findFile } from "~/models/feedback/attachments/find-file.server";
import { keyOf } from "~/models/feedback/attachments/storage-key";
import { visibleTicketFiles } from "~/models/support/tickets/visible-ticket-files.server";
import { disposition } from "./disposition";
import type { FileReader } from "./file-guards.server";
import { type Range, readRange } from "./read-range";

type File = NonNullable<Awaited<ReturnType<typeof findFile>>>;

/** A file, or a smaller size of a picture, for whoever may see what it belongs to. */
export async function sendFile(call: Call & FileReader): Promise<unknown> {
  const { db, request, response, parts, program } = call;
  const viewer = program ?? (await beginVisit(request, response, parts)).viewer;
  const [, id = "", size] = /^\/files\/([^/]+)(?:\/(\d+))?$/.exec(request.path) ?? [];
  const key = typeof request.query.key === "string" ? request.query.key : undefined;
  const secret = parts.env.SESSION_SECRET;
  // A token for tickets opens nothing of the portal that not everybody sees.
  const reader = program ? null : viewer;
  const file = await findFile(db, reader, id, {
    others: await visibleTicketFiles(db, { viewer, key, secret }),
    guest: viewer ? undefined : askerIn(request.headers.cookie),
    isOutside: !reader && portalFor(request).settings.isPrivate,
  });
  const width = size === undefined ? undefined : Number(size);
  if (!file || (width !== undefined && !file.widths.includes(width))) return nothing;
  const isEverybodys = file.isPublic && !portalFor(request).settings.isPrivate;
  setHeaders(response, { ...file, isPublic: isEverybodys }, width);
  if (request.fresh) return response.status(304).end();
  const range = width === undefined ? readRange(request, file.bytes, String(response.getHeader("ETag"))) : undefined;
  if (range === "unsatisfiable") {
    return response.status(416).setHeader("Content-Range", `bytes */${file.bytes}`).end();
  }
  if (width === undefined) setLength(response, file.bytes, range);
  if (request.method === "HEAD") return response.end();
  const content = await parts.store.get(keyOf(file.storageKey, width), range).catch((error: unknown) => {
    forgetHeaders(response);
    throw error;
  });
  if (!content) return missing(call, file);
  await send(content, call);
}

function setHeaders(response: Response, { name, mediaType, sha256, isPublic }: File, width: number | undefined): void {
  const isShown = isPicture(mediaType);
  response.setHeader("Content-Type", isShown ? "image/webp" : mediaType);
  const shownName = isShown ? `${name.replace(/\.[^.]*$/, "")}.webp` : name;
  response.setHeader("Content-Disposition", disposition(isShown ? "inline" : "attachment", shownName));
  // Whatever it is, nothing in it acts here. Around a picture that is opened by itself, browsers make a page with styles.
  const shown = isShown ? "img-src 'self'; style-src 'unsafe-inline'; " : "";
  response.setHeader("Content-Security-Policy", `default-src 'none'; ${shown}sandbox`);
  response.removeHeader("Speculation-Rules");
  // Shown only after asking again: what is hidden is gone at once. A cookie that goes along is one person's.
  const isEverybodys = isPublic && !response.getHeader("Set-Cookie");
  response.setHeader("Cache-Control", `${isEverybodys ? "public" : "private"}, no-cache, no-transform`);
  response.setHeader("ETag", `"${sha256.slice(0, 32)}-${width ?? "whole"}"`);
}

function setLength(response: Response, bytes: number, range: Range | undefined): void {
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("Content-Length", range ? range.end - range.start + 1 : bytes);
  if (!range) return;
  response.status(206).setHeader("Content-Range", `bytes ${range.start}-${range.end}/${bytes}`);
}

function missing({ response, parts }: Call, { storageKey }: File): typeof nothing {
  (response.locals.log ?? parts.log).error({ storageKey }, "a file is not where it was stored");
  forgetHeaders(response);
  return nothing;
}

const ofFiles = ["Content-Type", "Content-Disposition", "Content-Length", "Content-Range", "Accept-Ranges", "ETag"];

/** What is sent instead of a file is kept nowhere, and is none. */
function forgetHeaders(response: Response): void {
  for (const name of ofFiles) response.removeHeader(name);
  response.status(200).setHeader("Cache-Control", "no-store");
}

/** Whoever goes away in the middle does so often, and is no fault. */
async function send(content: Readable, { response, parts }: Call): Promise<void> {
  await pipeline(content, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ERR_STREAM_PREMATURE_CLOSE") return;
    (response.locals.log ?? parts.log).error({ err: error }, "a file broke off");
  });
}
