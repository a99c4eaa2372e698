import { commentInDigest, commentsMail } from "./comments";
import { consentMail } from "./consent";
import { digestMail } from "./digest";
import { entryMail } from "./entry";
import { exportMail } from "./export";
import { invitationMail } from "./invitation";
import { mergeMail } from "./merge";
import { moveInDigest, moveMail } from "./move";
import { newPostInDigest, newPostMail } from "./new-post";
import type { Around, Comment, Merge, Move, NewPost, Post } from "./props";
import { roadmapMail } from "./roadmap";
import { signInMail } from "./sign-in";
import { signInChangeMail } from "./sign-in-change";
import { subscriptionMail } from "./subscription";
import { testMail } from "./test";
import type { Mail, Words } from "./words";

// One of each mail, for previews and pictures.

const home = "https://feedback.example.com";

const idea: Post = { title: "Dark mode that follows the system", kind: "idea", link: `${home}/posts/42/dark-mode` };
const bug: Post = { title: "Export stops at 1,000 rows", kind: "bug", link: `${home}/posts/57/export-stops` };
const wish: Post = { title: "Keyboard shortcuts for everything", kind: "idea", link: `${home}/posts/61/shortcuts` };

const told = { since: new Date("2026-03-03T09:30:00Z"), at: new Date("2026-11-20T14:05:00Z"), by: "Mona Lindqvist" };

const move: Move = {
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

const comments: Comment[] = [
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

const confirmed: Move = {
  ...told,
  id: "confirmed",
  reason: "voter",
  from: "open",
  to: "confirmed",
  answerHtml: "<p>The limit was meant for previews. We will lift it for files.</p>",
  release: "",
  byAuthor: false,
};

const merge: Merge = {
  ...told,
  id: "merge",
  reason: "voter",
  original: { ...wish, status: "planned", voteCount: 214 },
};

const newPost: NewPost = {
  ...told,
  id: "post",
  reason: "watcher",
  by: "Dave Novak",
  board: "Web app",
  excerpt: "I spend my day in the list and reach for the mouse for nothing but the next post. J and K would do.",
};

type Sample = (around: Around) => Promise<Mail>;

export const samples: Record<string, Sample> = {
  move: (around) => moveMail({ ...around, post: idea, move }),
  comments: (around) => commentsMail({ ...around, threads: [{ post: idea, comments }] }),
  digest: ({ words, links: { mute: _, ...links } }) => {
    const around = { words, links };
    const [comment] = comments as [Comment];
    return digestMail({
      ...around,
      groups: [
        {
          post: bug,
          items: [{ counts: "moves", shown: moveInDigest({ ...around, post: bug, move: confirmed }) }],
        },
        { post: idea, items: [{ counts: "comments", shown: commentInDigest({ ...around, comment }) }] },
        {
          post: wish,
          items: [{ counts: "posts", shown: newPostInDigest({ ...around, post: wish, news: newPost }) }],
        },
      ],
    });
  },
  consent: ({ words }) =>
    consentMail({
      words,
      post: idea,
      links: { agree: `${home}/consent/sample`, unlink: `${home}/unsubscribe/sample-of-consent` },
    }),
  merge: (around) => mergeMail({ ...around, post: { ...idea, title: "J and K to move through the list" }, merge }),
  "new-post": (around) => newPostMail({ ...around, post: wish, news: newPost }),
  entry: ({ words, links: { unsubscribe } }) =>
    entryMail({
      words,
      entry: {
        title: "Keyboard shortcuts, and a digest on Fridays",
        bodyHtml: move.answerHtml,
        publishedAt: told.at,
        link: `${home}/changelog/7`,
        labels: [words.t("changelog.label.new"), words.t("changelog.label.improved")],
        posts: [idea, wish],
      },
      links: { home, changelog: `${home}/changelog`, unsubscribe },
    }),
  subscription: ({ words }) =>
    subscriptionMail({
      words,
      roadmap: null,
      links: { agree: `${home}/subscribe/sample`, stop: `${home}/unsubscribe/sample-of-subscription` },
    }),
  roadmap: ({ words, links: { unsubscribe } }) =>
    roadmapMail({
      words,
      roadmap: words.t("roadmap.title"),
      changes: [
        {
          post: idea,
          steps: [
            {
              sentence: words.t("roadmap.history.moved", {
                name: "Mona",
                from: words.t("status.planned"),
                to: words.t("status.in_progress"),
              }),
              note: "",
            },
            { sentence: words.t("events.roadmap.note_changed", { actor: "Mona" }), note: "First for the list." },
          ],
        },
        {
          post: wish,
          steps: [
            {
              sentence: words.t("events.roadmap.card_placed", {
                actor: "Ada",
                column: words.t("roadmap.target.next"),
              }),
              note: "",
            },
          ],
        },
      ],
      more: `${home}/roadmap/roadmap/history`,
      links: { home, roadmap: `${home}/roadmap`, unsubscribe },
    }),
  export: ({ words }) => exportMail({ words, link: `${home}/staff/export`, days: 7 }),
  identity: ({ words }) =>
    signInChangeMail({ words, change: "joined", provider: "GitHub", link: `${home}/me/sessions` }),
  "passkey-added": ({ words }) => signInChangeMail({ words, change: "added", link: `${home}/me/sessions` }),
  "passkey-removed": ({ words }) => signInChangeMail({ words, change: "removed", link: `${home}/me/sessions` }),
  "passkeys-reset": ({ words }) => signInChangeMail({ words, change: "reset", link: `${home}/me/sessions` }),
  invitation: ({ words }) =>
    invitationMail({
      words,
      by: "Mona Lindqvist",
      link: `${home}/invitations/sample`,
      expiresAt: new Date("2026-12-04T14:05:00Z"),
    }),
  test: ({ words }) => testMail({ words, at: told.at }),
  "sign-in": ({ words }) => signInMail({ words, code: "042195", link: `${home}/sign-in/link/sample` }),
};

/** A sample as a mail in somebody's language. */
export function writeSample(name: string, words: Words): Promise<Mail> | undefined {
  return samples[name]?.({
    words,
    links: {
      home,
      notifications: `${home}/me/notifications`,
      preferences: `${home}/me/preferences`,
      unsubscribe: `${home}/unsubscribe/sample`,
      mute: `${home}/unsubscribe/sample-of-one-post`,
    },
  });
}
