export * from "./boards";
export * from "./comments";
export * from "./deliveries";
export * from "./events";
export * from "./freshdesk";
export * from "./posts";
export * from "./supporters";
export * from "./users";
