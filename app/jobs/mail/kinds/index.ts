// Written by npm run lists.
export * from "./article-due.server";
export * from "./comment-refused.server";
export * from "./consent.server";
export * from "./entry.server";
export * from "./export.server";
export * from "./invitation.server";
export * from "./news.server";
export * from "./page-failed.server";
export * from "./roadmap.server";
export * from "./sign-in-change.server";
export * from "./subscription.server";
export * from "./ticket-alert.server";
export * from "./tickets.server";
export * from "./weekly-report.server";
