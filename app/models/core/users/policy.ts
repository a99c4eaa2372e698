import type { Role } from "#db/schema/core/users";
import type { Right, Viewer } from "./viewer";

// A predicate per right, used by button and command alike.

export const roles = ["member", "moderator", "agent", "maintainer", "admin"] as const satisfies Role[];

export const staff: readonly Role[] = ["moderator", "agent", "maintainer", "admin"];
export const maintainers: readonly Role[] = ["maintainer", "admin"];
/** Those who handle tickets. */
export const handlers: readonly Role[] = ["agent", ...maintainers];

const isAmong = (roles: readonly Role[], viewer: Viewer): boolean => viewer !== null && roles.includes(viewer.role);

/** Whether somebody is signed in whom the settings of the portal do not keep from it. */
const isFree =
  (right: Right) =>
  (viewer: Viewer): boolean =>
    viewer !== null && !viewer.barred?.includes(right);

export const mayPost = isFree("post");
export const mayVote = isFree("vote");
export const mayComment = isFree("comment");

export const isStaff = (viewer: Viewer): boolean => isAmong(staff, viewer);

/** May hide, restore, merge, lock and tag posts, and change what others wrote. */
export const mayModerate = (viewer: Viewer): boolean => isAmong(staff, viewer);

/** May work with tickets, ours and Freshdesk's: they show customers and their companies. */
export const mayHandleTickets = (viewer: Viewer): boolean => isAmong(handlers, viewer);

/** May move, pin and assign posts, and choose their board. */
export const mayTriage = (viewer: Viewer): boolean => isAmong(maintainers, viewer);

/** May read and write internal notes. */
export const mayNote = (viewer: Viewer): boolean => mayTriage(viewer);

/** May write and publish the changelog. */
export const mayPublish = (viewer: Viewer): boolean => isAmong(maintainers, viewer);

/** May write articles of the knowledge base, and see all of them. */
export const mayWriteArticles = (viewer: Viewer): boolean => isAmong(handlers, viewer);

/** May show articles and take them away again. */
export const mayPublishArticles = (viewer: Viewer): boolean => isAmong(maintainers, viewer);

/** May change boards, tags, roles and settings. */
export const mayAdminister = (viewer: Viewer): boolean => isAmong(["admin"], viewer);

export const mayEdit = (viewer: Viewer, text: { authorId: string | null; lockedAt?: Date | string | null }): boolean =>
  mayModerate(viewer) || (viewer !== null && viewer.id === text.authorId && !text.lockedAt);
