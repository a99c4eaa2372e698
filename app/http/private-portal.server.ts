import type { Visit } from "./visit.server";

/**
 * Where people get in, and what mails lead to without an account: the only addresses that a private portal has for
 * somebody who is not signed in.
 */
const entrances =
  /^\/(?:files\/[\da-f-]{36}\/(?:alt|remove)|sign-in|sso|sign-out|invitations|language|theme|kept|unsubscribe|subscribe|solved|consent|dev\/outbox|support\/ST-\d{4}-\d{4,9})(?:\/|$)/;

/** Whether the portal shows somebody anything at this address. */
export const mayEnter = ({ viewer, portal, address }: Pick<Visit, "viewer" | "portal" | "address">): boolean =>
  viewer !== null || !portal.settings.isPrivate || entrances.test(address.pathname);

/** Where a private portal sends those who come to another address. */
export const wayIn = ({ path }: Pick<Visit, "path">): string => `/sign-in?next=${encodeURIComponent(path)}`;
