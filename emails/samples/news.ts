import { commentInDigest, commentsMail } from "../comments";
import { digestMail } from "../digest";
import { mergeMail } from "../merge";
import { moveInDigest, moveMail } from "../move";
import { newPostInDigest, newPostMail } from "../new-post";
import type { Comment } from "../props";
import { bug, comments, confirmed, idea, merge, move, newPost, type Samples, wish } from "../sample-parts";

export const newsSamples: Samples = {
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
  merge: (around) => mergeMail({ ...around, post: { ...idea, title: "J and K to move through the list" }, merge }),
  "new-post": (around) => newPostMail({ ...around, post: wish, news: newPost }),
};
