import type { BoardDraft } from "~/models/feedback/boards/draft";
import type { TagDraft } from "~/models/feedback/tags/draft";

/** In the order of the portal's own list. */
export const boards = [
  {
    slug: "web",
    name: "Web & desktop",
    description: "Writing, reading and finding things in the browser and in the desktop app.",
    visibility: "public",
    position: 1,
  },
  {
    slug: "mobile",
    name: "Mobile",
    description: "Lumen on phones and tablets.",
    visibility: "public",
    position: 2,
  },
  {
    slug: "sync",
    name: "Sync & API",
    description: "Everything that carries notes between devices, and everything that talks to them.",
    visibility: "public",
    position: 3,
  },
  {
    slug: "site",
    name: "Website & docs",
    description: "The website, the documentation, the shop and the newsletter.",
    visibility: "public",
    position: 4,
  },
  {
    slug: "beta",
    name: "Beta circle",
    description: "Early builds, for everybody who is signed in. Things here break; that is what it is for.",
    visibility: "members",
    position: 5,
  },
  {
    slug: "team",
    name: "Team room",
    description: "What the support desk and the product team sort out among themselves.",
    visibility: "staff",
    position: 6,
  },
] as const satisfies BoardDraft[];

export type BoardSlug = (typeof boards)[number]["slug"];

export const tags = [
  { slug: "editor", name: "Editor", color: "blue" },
  { slug: "reading", name: "Reading", color: "teal" },
  { slug: "search", name: "Search", color: "violet" },
  { slug: "sharing", name: "Sharing", color: "green" },
  { slug: "keyboard", name: "Keyboard", color: "slate" },
  { slug: "accessibility", name: "Accessibility", color: "pink" },
  { slug: "performance", name: "Performance", color: "red" },
  { slug: "offline", name: "Offline", color: "amber" },
  { slug: "import-export", name: "Import & export", color: "green" },
  { slug: "languages", name: "Languages", color: "teal" },
  { slug: "developers", name: "Developers", color: "slate" },
  { slug: "privacy", name: "Privacy", color: "violet" },
] as const satisfies TagDraft[];

export type TagSlug = (typeof tags)[number]["slug"];
