import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { isDatabaseAway } from "#db/failures.server";
import { remember } from "./http/remember.server";
import { findStaffTrouble } from "./http/staff-trouble.server";
import { takeToast } from "./http/toast.server";
import { findWhatsNew, type WhatsNew } from "./models/feedback/changelog/whats-new.server";
import { hasRoadmap } from "./models/feedback/roadmaps/queries.server";
import { tellers } from "./models/tellers.server";
import { type Frame, FrameProvider } from "./ui/frame";

/** Pages about one person, or for the team alone: they outlive neither the session nor the walk to the next desk. */
const ownPages = /^\/(?:me|staff|dev)(?:[/?]|$)/;

/** Renders a page in one go: nothing in it is worth waiting for separately, and streaming costs a quarter more. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  visit: AppLoadContext,
): Promise<Response> {
  const [whatsNew, isMapped, trouble] = await Promise.all([
    whatsNewFor(visit, status),
    roadmapFor(visit, status),
    troubleFor(visit, status),
  ]);
  const page = renderToString(
    <FrameProvider frame={{ ...frameOf(remix, visit), ...whatsNew, hasRoadmap: isMapped, trouble }}>
      <RemixServer context={remix} url={request.url} />
    </FrameProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", visit.words.language);
  if (status === 503) headers.set("Retry-After", "10");
  if (!headers.has("Cache-Control")) {
    headers.set("Cache-Control", ownPages.test(visit.path) ? "private, no-store" : "private, no-cache");
  }
  visit.outgoing.page = `<!doctype html>${page}`;
  return new Response(null, { status, headers });
}

/** After all that this request did, so that what was just read does not count; a page about a failure asks nobody. */
async function whatsNewFor({ db, viewer }: AppLoadContext, status: number): Promise<WhatsNew> {
  return viewer && status < 500 ? findWhatsNew(db, tellers, viewer) : { unread: 0, hasNewEntry: false };
}

const roadmapFor = async ({ db, viewer }: AppLoadContext, status: number): Promise<boolean> =>
  status < 500 && hasRoadmap(db, viewer);

const troubleFor = async (visit: AppLoadContext, status: number) =>
  status < 400 ? findStaffTrouble(visit) : undefined;

function frameOf(remix: EntryContext, visit: AppLoadContext): Omit<Frame, keyof WhatsNew | "hasRoadmap" | "trouble"> {
  const toast = takeToast(visit);
  const { words, portal, viewer, theme, path, showsOutbox, isHotReloading, needsPasskey } = visit;
  return {
    words,
    settings: portal.settings,
    viewer,
    needsPasskey,
    files: visit.outgoing.files,
    theme,
    path,
    toast: toast && { tone: toast.tone, sentence: String(words.t(toast.key as never, toast.params)) },
    script: remix.manifest.entry.module,
    isHotReloading,
    showsOutbox,
    remember,
  };
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isDatabaseAway(error)) return;
  // What has another status than 500 is a response on purpose: no such route, or not by this method.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.log.error({ err: error }, "request failed");
};
