import type { IncomingMessage, ServerResponse } from "node:http";
import accepts from "accepts";
import { LRUCache } from "lru-cache";
import type { Compression, Form, KeptPage } from "./kept-page.server";
import type { Pages } from "./pages.server";

/** Sends a kept page in the smallest form that is ready, or says that the visitor has it already. */
export function sendPage(
  pages: Pages,
  page: KeptPage,
  { request, response, more }: { request: IncomingMessage; response: ServerResponse; more: string[] },
): void {
  const { body, headers, headersUnchanged } = chooseForm(pages, page, request);
  if (isHad(page, request.headers["if-none-match"])) {
    response.writeHead(304, headersUnchanged.concat(more)).end();
  } else {
    response.writeHead(200, headers.concat(more)).end(request.method === "HEAD" ? undefined : body);
  }
}

function chooseForm(pages: Pages, page: KeptPage, request: IncomingMessage): Form {
  for (const compression of compressionsFor(request)) {
    const form = page.compressed[compression];
    if (form) return form;
    // Whoever asks first does not wait for it.
    pages.prepare(page, compression).catch(() => {});
  }
  return page.plain;
}

/** What Accept-Encoding lines mean; browsers send few different ones. */
const understood = new LRUCache<string, Compression[]>({ max: 200 });

/** The compressions that the browser accepts, the smallest result first. */
function compressionsFor(request: IncomingMessage): Compression[] {
  const { "accept-encoding": line } = request.headers;
  if (typeof line !== "string" || line === "") return [];
  let taken = understood.get(line);
  if (!taken) {
    const all = accepts(request).encodings();
    understood.set(line, (taken = (["br", "gzip"] as const).filter((name) => all.includes(name))));
  }
  return taken;
}

/** Whether the visitor holds the page, in whichever form: they all say the same. */
function isHad({ plain, compressed }: KeptPage, line: string | undefined): boolean {
  if (!line) return false;
  const held = line.split(",").map((etag) => etag.trim().replace(/^W\//, ""));
  return [plain, ...Object.values(compressed)].some(({ etag }) => held.includes(etag));
}
