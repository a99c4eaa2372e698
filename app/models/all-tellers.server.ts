// Written by npm run lists.
export * from "./feedback/comments/teller.server";
export * from "./feedback/notes/teller.server";
export * from "./feedback/posts/teller.server";
export * from "./help/articles/teller.server";
export * from "./support/tickets/teller.server";
