const at = (day: number) => `2023-06-${String(day).padStart(2, "0")}T10:00:00.000Z`;

const ines = { id: "u1", name: "Ines", email: "ines@example.com", isAdmin: false };
const kim = { id: "u2", name: "Kim", email: "kim@example.com", isAdmin: true };
const ideas = { id: "b1", name: "Ideas", isPrivate: false };

const post = (id: string, more: object) => ({
  id,
  title: `Wish ${id}`,
  details: "",
  author: ines,
  board: ideas,
  category: null,
  created: at(1),
  mergeHistory: [],
  owner: { name: "Owner", email: "owner@example.com" },
  score: 0,
  status: "open",
  tags: [],
  ...more,
});

const comment = (id: string, value: string, more: object = {}) => ({
  id,
  author: kim,
  created: at(5),
  internal: false,
  private: false,
  parentID: null,
  post: { id: "p1" },
  value,
  ...more,
});

const vote = (id: string, post: string, voter: object | null) => ({ id, post: { id: post }, voter, created: at(3) });

const change = (id: string, status: string, day: number, value: string) => ({
  id,
  changer: kim,
  changeComment: { value, imageURLs: [] },
  created: at(day),
  post: { id: "p1" },
  status,
});

/** Answers of Canny's API as they come, by the names of files that somebody may keep them in. */
export const cannyPages = {
  "boards.json": { boards: [ideas], hasMore: false },
  "posts/1.json": {
    hasMore: true,
    posts: [
      post("p1", {
        details: "Please **soon**.",
        category: { id: "c1", name: "Printing" },
        mergeHistory: [{ created: at(4), post: { id: "p0", title: "Old wish", details: "Was here.", created: at(1) } }],
        score: 5,
        status: "in progress",
        tags: [{ id: "t1", name: "paper" }],
      }),
    ],
  },
  "posts/2.json": {
    hasMore: false,
    posts: [
      // The last of the page before, because somebody posted meanwhile.
      post("p1", { score: 5, status: "in progress" }),
      post("p2", { author: null, status: "complete" }),
      post("p3", { board: { id: "b2", name: "Staff", isPrivate: true } }),
    ],
  },
  "comments/1.json": {
    hasMore: false,
    comments: [
      comment("c4", "I reply to the reply.", { parentID: "c3" }),
      comment("c3", "I reply.", { parentID: "c2" }),
      comment("c2", "Me too.", { author: ines }),
      comment("c5", "PRIVATE internal", { internal: true }),
      comment("c6", "PRIVATE private", { private: true }),
      comment("c7", "PRIVATE under one", { parentID: "c5" }),
      comment("c8", "PRIVATE board", { post: { id: "p3" } }),
    ],
  },
  "votes/1.json": {
    hasMore: false,
    votes: [vote("v1", "p1", ines), vote("v2", "p1", kim), vote("v3", "p1", null), vote("v4", "p3", ines)],
  },
  "status_changes/1.json": {
    hasMore: false,
    statusChanges: [
      change("s3", "in progress", 9, "We are at it."),
      change("s2", "in progress", 8, "We begin."),
      change("s1", "planned", 7, "We will."),
    ],
  },
  "users.json": { users: [ines, kim], hasMore: false },
};
