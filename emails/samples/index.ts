// Written by npm run lists.
export * from "./article-due";
export * from "./comment-refused";
export * from "./consent";
export * from "./entry";
export * from "./export";
export * from "./invitation";
export * from "./news";
export * from "./roadmap";
export * from "./sign-in";
export * from "./sign-in-change";
export * from "./subscription";
export * from "./test";
export * from "./ticket";
export * from "./weekly-report";
