// Written by npm run lists.
export * from "./posts.server";
