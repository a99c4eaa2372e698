import { zip } from "./zip";

const at = (day: number) => `2022-05-${String(day).padStart(2, "0")}T10:00:00Z`;

const users = [
  {
    id: 1,
    name: "Ines",
    email: "ines@example.com",
    status: 1,
    api_key: "SECRET-api-key",
    security_stamp: "SECRET-stamp",
  },
  { id: 2, name: "Jo", email: "", status: 1 },
  { id: 3, name: "Gone", email: "gone@example.com", status: 2 },
  { id: 4, name: "Kim", email: "kim@example.com", status: 1 },
];

const post = (id: number, number: number, more: object) => ({
  id,
  number,
  title: `Wish ${number}`,
  slug: `wish-${number}`,
  description: "",
  user_id: 1,
  status: 0,
  created_at: at(1),
  response: null,
  original_id: null,
  is_approved: true,
  ...more,
});

/** A backup as Fider writes it, with more in it than anybody may read. */
export const fiderBackup = (more: Record<string, unknown> = {}): Buffer =>
  zip(
    Object.fromEntries(
      Object.entries({
        "tenants.json": [{ id: 1, name: "Acme ideas", deletion_cancel_key: "SECRET-cancel" }],
        "users.json": users,
        "oauth_providers.json": [{ client_secret: "SECRET-client" }],
        "email_verifications.json": [{ key: "SECRET-key", email: "ines@example.com" }],
        "tags.json": [{ id: 1, name: "print, paper" }],
        "post_tags.json": [{ post_id: 11, tag_id: 1 }],
        "posts.json": [
          post(11, 65, {
            description: "See ![](fider-image:attachments/a.png) @[Kim]",
            status: 2,
            response: "It is **here**.",
            response_user_id: 4,
            response_date: at(9),
          }),
          post(12, 70, { status: 5, original_id: 11, user_id: 2, response_user_id: 4, response_date: at(8) }),
          post(13, 71, { status: 6 }),
          post(14, 72, { is_approved: false }),
        ],
        "post_votes.json": [
          { user_id: 1, post_id: 11, created_at: at(2) },
          { user_id: 2, post_id: 11, created_at: at(3) },
          { user_id: 2, post_id: 12, created_at: at(2) },
          { user_id: 4, post_id: 12, created_at: at(4) },
          { user_id: 1, post_id: 13, created_at: at(4) },
        ],
        "post_subscribers.json": [
          { user_id: 1, post_id: 11, status: 1, created_at: at(2) },
          { user_id: 4, post_id: 11, status: 0, created_at: at(2) },
        ],
        "comments.json": [
          { id: 1, content: "Me *too*.", post_id: 11, user_id: 2, created_at: at(5) },
          { id: 2, content: "Gone.", post_id: 11, user_id: 2, created_at: at(5), deleted_at: at(6) },
        ],
        ...more,
      }).map(([name, rows]) => [name, typeof rows === "string" ? rows : JSON.stringify(rows)]),
    ),
  );
