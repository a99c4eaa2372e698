import { showMe } from "./endpoints/api/me.server";
import { openContactTicket } from "./endpoints/api/support/contact.server";
import { createResponse, listResponses } from "./endpoints/api/support/responses.server";
import { changeSupportSettings, getSupportSettings } from "./endpoints/api/support/settings.server";
import {
  createTicket,
  deleteTicket,
  getTicket,
  listTickets,
  updateTicket,
} from "./endpoints/api/support/tickets.server";
import { sendArticles, takeArticles } from "./endpoints/articles.server";
import { sendDeskFigures } from "./endpoints/exports/desk-figures.server";
import { sendPersonalData } from "./endpoints/exports/personal-data.server";
import { sendBugs, sendPortal } from "./endpoints/exports/staff.server";
import { feedOfArticles } from "./endpoints/feeds/feed-of-articles.server";
import { feedOfChangelog } from "./endpoints/feeds/feed-of-changelog.server";
import { feedOfPost } from "./endpoints/feeds/feed-of-post.server";
import { feedOfPosts } from "./endpoints/feeds/feed-of-posts.server";
import { feedOfRoadmap } from "./endpoints/feeds/feed-of-roadmap.server";
import { feed } from "./endpoints/feeds/feeds.server";
import { fileReader, fileSender } from "./endpoints/files/file-guards.server";
import { sendFile } from "./endpoints/files/send-file.server";
import { takeFiles } from "./endpoints/files/take-files.server";
import { sayAlive, sayReady } from "./endpoints/health.server";
import { hearFreshdesk } from "./endpoints/hooks/freshdesk.server";
import { hearMail } from "./endpoints/hooks/mail.server";
import { hearResend } from "./endpoints/hooks/resend.server";
import { takeImport } from "./endpoints/import-upload.server";
import { showMail } from "./endpoints/mail-frame.server";
import { moved } from "./endpoints/moved.server";
import { sayNewestMessage } from "./endpoints/newest-message.server";
import { picturesPage, sendPortalPicture, takePortalPicture } from "./endpoints/portal-picture.server";
import { sendPortalStyle } from "./endpoints/portal-style.server";
import { writePartOfSitemap, writeRobots, writeSitemap } from "./endpoints/sitemap.server";
import { hearWriting, sayTicketNews } from "./endpoints/ticket-news.server";
import { apiUser } from "./http/api-user.server";
import { longestPause } from "./http/deadline.server";
import { type Endpoint, endpoint } from "./http/endpoint.server";
import {
  administrator,
  anybody,
  articlePublisher,
  freshAdministrator,
  person,
  reader,
  service,
  ticketHandler,
} from "./http/endpoint-guards.server";

const megabyte = 1_000_000;
/** What is asked for by GET has no body. */
const read = { method: "GET", guard: reader, body: 0, seconds: 12 } as const;
/** Bounds of webhooks: services send a few kilobytes. */
const hook = { method: "POST", body: megabyte, seconds: 12 } as const;
/** The most that mail servers hand on. */
const mail = 25 * megabyte;
/** A form of ours. */
const form = { method: "POST", body: megabyte, seconds: 12, isOwnForm: true } as const;

/** What programs read. One that they write has a method, and `body: 100_000` (bytes of JSON). */
const api = { method: "GET", body: 0, seconds: 12 } as const;
const json = { method: "POST", body: megabyte, seconds: 12 } as const;

/** Health checks, which come before every other check of a request. */
export const healthEndpoints: readonly Endpoint[] = [
  endpoint({ ...read, guard: anybody, as: "any", path: "/healthz", respond: sayAlive }),
  endpoint({ ...read, guard: anybody, as: "any", path: "/readyz", respond: sayReady }),
];

/**
 * What answers before Remix, whose every route makes every page slower: who may ask, how much they may send, and how
 * long it may take. Whatever is not here is a page (app/routes.ts).
 */
export const endpoints: readonly Endpoint[] = [
  endpoint({
    ...read,
    guard: anybody,
    as: "style",
    path: "/portal-:name([\\da-z]{1,8}).css",
    respond: sendPortalStyle,
  }),
  endpoint({
    ...read,
    guard: anybody,
    as: "image",
    path: "/portal-:name(logo|icon)-:version([\\da-f]{12}).png",
    respond: sendPortalPicture,
  }),
  endpoint({ ...read, guard: anybody, path: "/robots.txt", respond: writeRobots }),
  endpoint({ ...read, path: "/sitemap.xml", respond: writeSitemap }),
  endpoint({ ...read, path: "/sitemap-:file([1-9]\\d{0,4}).xml", respond: writePartOfSitemap }),

  moved("/dashboard/help", "/support"),
  moved("/dashboard/admin/support", "/staff/support"),
  endpoint({ ...read, guard: anybody, path: "/support/:number(ST-\\d+-\\d+)/newest", respond: sayNewestMessage }),
  endpoint({
    ...read,
    guard: person("/staff/support"),
    path: "/staff/support/:number(ST-\\d+-\\d+)/news",
    respond: sayTicketNews,
  }),
  endpoint({
    ...form,
    guard: person("/staff/support"),
    path: "/staff/support/:number(ST-\\d+-\\d+)/writing",
    body: 0,
    respond: hearWriting,
  }),

  ...feed("/feed", feedOfPosts),
  ...feed("/posts/:number([1-9]\\d{0,8})/feed", feedOfPost),
  ...feed("/changelog/feed", feedOfChangelog),
  ...feed("/help/feed", feedOfArticles),
  ...feed("/roadmap/feed", feedOfRoadmap),
  ...feed("/roadmap/:slug/feed", feedOfRoadmap),

  endpoint({ ...hook, path: "/hooks/resend", guard: service("RESEND_WEBHOOK_SECRET"), respond: hearResend }),
  endpoint({ ...hook, path: "/hooks/freshdesk", guard: service("FRESHDESK_WEBHOOK_SECRET"), respond: hearFreshdesk }),

  endpoint({ ...hook, body: mail, path: "/hooks/mail", guard: service("INBOUND_SECRET"), respond: hearMail }),

  endpoint({ ...form, path: "/me/data/export", guard: person("/me/data", "export"), respond: sendPersonalData }),
  endpoint({
    ...form,
    path: "/staff/export/bugs.csv",
    guard: administrator("/staff/export", "export"),
    respond: sendBugs,
  }),
  endpoint({
    ...read,
    path: /^\/staff\/export\/([\da-f-]{36})\.zip$/,
    guard: administrator("/staff/export", "export"),
    respond: sendPortal,
  }),
  endpoint({
    ...read,
    path: "/staff/support/figures.csv",
    guard: ticketHandler("/staff/support/figures"),
    respond: sendDeskFigures,
  }),
  endpoint({
    ...read,
    path: "/staff/help/articles.zip",
    guard: articlePublisher("/staff/help/moving", "export"),
    seconds: longestPause,
    respond: sendArticles,
  }),
  endpoint({
    ...form,
    path: "/staff/help/moving/files",
    guard: articlePublisher("/staff/help/moving"),
    body: "file",
    seconds: longestPause,
    respond: takeArticles,
  }),
  // Files alone may take long.
  endpoint({
    ...form,
    path: "/staff/import/files",
    guard: administrator("/staff/import"),
    body: "file",
    seconds: longestPause,
    respond: takeImport,
  }),

  endpoint({
    ...form,
    path: "/staff/settings/pictures/:name(logo|icon)",
    guard: freshAdministrator(picturesPage),
    body: "file",
    seconds: 120,
    respond: takePortalPicture,
  }),

  endpoint({ ...form, path: "/files", guard: fileSender, body: "file", seconds: longestPause, respond: takeFiles }),
  endpoint({
    ...read,
    guard: fileReader,
    as: "image",
    path: /^\/files\/[\da-f-]{36}(\/\d{1,5})?$/,
    seconds: 30,
    respond: sendFile,
  }),

  endpoint({ ...api, path: "/api/me", guard: apiUser(), respond: showMe }),
  endpoint({ ...api, path: "/api/support/tickets", guard: apiUser("tickets:read"), respond: listTickets }),
  endpoint({ ...json, path: "/api/support/tickets", guard: apiUser("tickets:write"), respond: createTicket }),
  endpoint({ ...api, path: "/api/support/tickets/:id", guard: apiUser("tickets:read"), respond: getTicket }),
  endpoint({
    ...json,
    method: "PUT",
    path: "/api/support/tickets/:id",
    guard: apiUser("tickets:write"),
    respond: updateTicket,
  }),
  endpoint({
    ...json,
    method: "DELETE",
    path: "/api/support/tickets/:id",
    guard: apiUser("tickets:write"),
    respond: deleteTicket,
  }),
  endpoint({
    ...api,
    path: "/api/support/tickets/:id/responses",
    guard: apiUser("tickets:read"),
    respond: listResponses,
  }),
  endpoint({
    ...json,
    path: "/api/support/tickets/:id/responses",
    guard: apiUser("tickets:write"),
    respond: createResponse,
  }),
  endpoint({ ...json, isOwnForm: true, path: "/api/support/ticket", guard: anybody, respond: openContactTicket }),
  endpoint({
    ...api,
    path: "/api/admin/support/settings",
    guard: apiUser("settings:write"),
    respond: getSupportSettings,
  }),
  endpoint({
    ...json,
    method: "PUT",
    path: "/api/admin/support/settings",
    guard: apiUser("settings:write"),
    respond: changeSupportSettings,
  }),

  endpoint({ ...read, guard: anybody, path: "/dev/outbox/:id/html", respond: showMail }),
];
