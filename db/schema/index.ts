export * from "./boards";
export * from "./comments";
export * from "./deliveries";
export * from "./events";
export * from "./posts";
export * from "./users";
export * from "./wordings";
