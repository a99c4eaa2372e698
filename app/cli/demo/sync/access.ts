import type { Story } from "../story";

export const access: Story[] = [
  {
    kind: "bug",
    day: 8,
    by: "asta",
    title: "Access tokens expire after one hour, the documentation says thirty days",
    body: [
      "Our nightly export fails since last night with `401 token_expired`. The token was 61 minutes old.",
      "The page *Signing in* of the documentation says thirty days.",
    ],
    expected: "Thirty days, or a page that says one hour and how to renew.",
    version: "API v2",
    tags: ["developers"],
    votes: 4,
    since: [
      {
        day: 7.8,
        by: "asta",
        edits: {
          body: [
            "Our nightly export fails with `401 token_expired` since 2.14.1. The token was 61 minutes old.",
            "The page *Signing in* of the documentation says thirty days.",
            "**Added:** tokens that were made before 2.14.1 still live for thirty days. Only new ones are short.",
          ],
        },
      },
      { day: 7.2, by: "ravi", says: "Which would be fine with me if there were refresh tokens. There aren't." },
      {
        day: 6.5,
        by: "mona",
        to: "confirmed",
        answer:
          "The documentation is right and the server is wrong: a setting of our test system has found its way into 2.14.1. New tokens live for thirty days again from tonight on; those made since the release have to be made anew. Sorry for the broken nights.",
      },
    ],
  },
  {
    kind: "idea",
    day: 51,
    by: "tomasz",
    title: "A command line client",
    body: [
      "What I'd type:",
      '```sh\nlumen add "Call the plumber" --notebook home\nlumen search "invoice roof" --json\necho "done" | lumen append today\n```',
      "A single file to download, no runtime. I'd help with testing.",
    ],
    tags: ["developers", "keyboard"],
    votes: 10,
    since: [
      { day: 49, by: "asta", says: "With `--json` this makes half of my scripts against the API superfluous." },
      { day: 46, by: "amara", says: "`lumen append today` is the one for me. Thoughts come while something compiles." },
      {
        day: 44,
        by: "luca",
        says: "There's an unofficial one already, I use it. It stores the password in plain text, though.",
        deleted: 40,
        replies: [
          { day: 43, by: "tomasz", says: "Then I'd rather not have it linked here, to be honest." },
          {
            day: 42,
            by: "milo",
            says: "Agreed. Please don't give your Lumen password to any other program; that is what access tokens are for.",
          },
        ],
      },
    ],
  },
  {
    kind: "idea",
    day: 57,
    by: "amara",
    title: "Examples in more languages than shell",
    body: "All examples in the documentation of the API are for `curl`. I teach beginners, and translating those is the first thing they fail at. Python and JavaScript would do for nine in ten.",
    tags: ["developers"],
    votes: 6,
    since: [
      { day: 56.5, by: "mona", board: "site" },
      { day: 55, by: "diego", says: "I can offer my Go ones, if somebody checks my English." },
      {
        day: 38,
        by: "mona",
        to: "planned",
        answer:
          "Planned: each example as `curl`, Python and JavaScript, generated from one source and run every night, so that they stay true. @diego, we'd love to have yours as a guest page.",
      },
    ],
  },
];
