import type { Request, RequestHandler } from "express";
import type { FileStore } from "~/models/core/files/file-store";
import { readParts } from "./read-parts.server";
import { waitForBody } from "./slow-bodies.server";

const ticket = "ST-\\d{4}-\\d{4,9}";

/** Forms in which files may stand, for browsers without JavaScript: with it, they have come before. */
const forms = new RegExp(
  `^/(?:support/(?:new|${ticket}/messages)|staff/support/${ticket}/answer|posts/(?:new|preview|\\d+/(?:comments|notes)))$`,
);

/** Bytes that such a form may have: what is too large in it is read all the same, since no browser shows an answer before. */
export const mostOfForm = 1_000_000_000;

export const mayBringFiles = ({ method, path, headers }: Pick<Request, "method" | "path" | "headers">): boolean =>
  method === "POST" && forms.test(path) && /^multipart\/form-data\b/i.test(headers["content-type"] ?? "");

/** What holds for those forms, and what for all others. */
export const ofFormsWithFiles =
  (those: RequestHandler, others: RequestHandler): RequestHandler =>
  (request, ...rest) =>
    (mayBringFiles(request) ? those : others)(request, ...rest);

type Reading = Parameters<typeof readParts>[1];

export interface FormWithFiles {
  /** Reads it once, as it comes; whoever calls this has admitted them. */
  read(reading: Reading): Promise<URLSearchParams>;
  store: FileStore;
}

export function openFormWithFiles(request: Request, store: FileStore): FormWithFiles | undefined {
  if (!mayBringFiles(request)) return;
  return {
    store,
    read(reading) {
      waitForBody(request);
      return readParts(request, reading);
    },
  };
}
