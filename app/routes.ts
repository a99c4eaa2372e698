import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address that answers with a page or takes a form, top to bottom, the public ones first. */
export default [
  index("routes/list/list.tsx"),

  route("posts/new", "routes/posts/new.tsx"),
  route("posts/preview", "routes/posts/preview.tsx"),
  route("posts/:number/:slug?", "routes/posts/show.tsx"),
  route("posts/:number/history", "routes/posts/history.tsx"),
  route("posts/:number/vote", "routes/posts/vote.ts"),
  route("posts/:number/follow", "routes/posts/follow.ts"),
  route("posts/:number/comments", "routes/posts/comments.tsx"),
  route("posts/:number/edit", "routes/posts/edit.tsx"),
  route("posts/:number/close", "routes/posts/close.ts"),
  route("comments/:id/edit", "routes/comments/edit.tsx"),
  route("comments/:id/delete", "routes/comments/delete.ts"),

  route("sign-in", "routes/sign-in/email.tsx"),
  route("sign-in/code", "routes/sign-in/code.tsx"),
  route("sign-in/link/:token", "routes/sign-in/link.tsx"),
  route("sign-in/name", "routes/sign-in/name.tsx"),
  route("sign-out", "routes/sign-in/sign-out.ts"),
  route("preview", "routes/preview.ts"),
  route("theme", "routes/theme.ts"),

  route("me/:tab?", "routes/me/me.tsx"),

  route("posts/:number/move", "routes/posts/move.tsx"),
  route("posts/:number/merge", "routes/posts/merge.tsx"),
  route("posts/:number/unmerge", "routes/posts/unmerge.ts"),
  route("posts/:number/pin", "routes/posts/pin.ts"),
  route("posts/:number/lock", "routes/posts/lock.ts"),
  route("posts/:number/tags", "routes/posts/tags.ts"),
  route("posts/:number/board", "routes/posts/board.ts"),
  route("posts/:number/delete", "routes/posts/delete.ts"),

  route("staff", "routes/staff/staff.ts"),
  route("staff/boards/:id?", "routes/staff/boards.tsx"),
  route("staff/tags/:id?", "routes/staff/tags.tsx"),
  route("staff/tags/:id/delete", "routes/staff/delete-tag.ts"),
  route("staff/people", "routes/staff/people.tsx"),
  route("staff/mail", "routes/staff/mail/list.tsx"),
  route("staff/mail/test", "routes/staff/mail/test-mail.tsx"),
  route("staff/mail/suppressions", "routes/staff/mail/suppressions.tsx"),
  route("staff/mail/suppressions/lift", "routes/staff/mail/lift-suppression.ts"),
  route("staff/mail/:id", "routes/staff/mail/show.tsx"),
  route("staff/mail/:id/again", "routes/staff/mail/send-again.ts"),
  route("staff/jobs", "routes/staff/jobs/list.tsx"),
  route("staff/jobs/retry", "routes/staff/jobs/retry.ts"),
  route("staff/jobs/discard", "routes/staff/jobs/discard.ts"),

  route("dev/outbox/:id?", "routes/dev/outbox.tsx"),
  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
