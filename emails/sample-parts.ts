import type { Around, Comment, Merge, Move, NewPost, Post } from "./props";
import type { Mail } from "./words";

/** Mails of one noun as they may look, by name. */
export type Samples = Record<string, (around: Around) => Promise<Mail>>;

export const home = "https://feedback.example.com";

export const idea: Post = {
  title: "Dark mode that follows the system",
  kind: "idea",
  link: `${home}/posts/42/dark-mode`,
};
export const bug: Post = { title: "Export stops at 1,000 rows", kind: "bug", link: `${home}/posts/57/export-stops` };
export const wish: Post = {
  title: "Keyboard shortcuts for everything",
  kind: "idea",
  link: `${home}/posts/61/shortcuts`,
};

export const told = {
  since: new Date("2026-03-03T09:30:00Z"),
  at: new Date("2026-11-20T14:05:00Z"),
  by: "Mona Lindqvist",
};

export const move: Move = {
  ...told,
  id: "move",
  reason: "author",
  from: "in_progress",
  to: "shipped",
  answerHtml:
    '<p>It is in <strong>4.2</strong>, on the web and on phones. Choose <em>Follow the system</em> under <a href="/help">Settings → Looks</a>; charts and printed pages stay light.</p>',
  release: "4.2",
  byAuthor: false,
  solvedLink: `${home}/solved/sample`,
};

export const comments: Comment[] = [
  {
    ...told,
    id: "reply",
    reason: "replied",
    by: "Ben Okafor",
    bodyHtml:
      "<p>Thank you, that was it. One more thing: on the tablet it switches a minute late. I see this with</p><ul><li>Android 15, in the app</li><li>the browser of the same tablet</li></ul>",
    link: `${idea.link}#comment-1`,
  },
  {
    ...told,
    id: "comment",
    reason: "replied",
    at: new Date("2026-11-20T14:11:00Z"),
    by: "Cleo Marchetti",
    bodyHtml:
      '<blockquote><p>on the tablet it switches a minute late</p></blockquote><p>Same here. <code>prefers-color-scheme</code> changes at once, so it is not the system.</p><p><img src="/files/tablet.png" alt="The tablet, half light"></p>',
    link: `${idea.link}#comment-2`,
  },
];

export const confirmed: Move = {
  ...told,
  id: "confirmed",
  reason: "voter",
  from: "open",
  to: "confirmed",
  answerHtml: "<p>The limit was meant for previews. We will lift it for files.</p>",
  release: "",
  byAuthor: false,
};

export const merge: Merge = {
  ...told,
  id: "merge",
  reason: "voter",
  original: { ...wish, status: "planned", voteCount: 214 },
};

export const newPost: NewPost = {
  ...told,
  id: "post",
  reason: "watcher",
  by: "Dave Novak",
  board: "Web app",
  excerpt: "I spend my day in the list and reach for the mouse for nothing but the next post. J and K would do.",
};
