/** Actions that an administrator can take on the connection. */
export const doings = ["check", "pause", "resume", "resync", "connect", "disconnect"] as const;

export type Doing = (typeof doings)[number];
