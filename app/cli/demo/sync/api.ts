import type { Story } from "../story";

export const api: Story[] = [
  {
    kind: "idea",
    day: 162,
    by: "ravi",
    title: "Webhooks when a note changes",
    body: [
      "I ask the API every five minutes whether something is new. Nearly always there isn't. Call me instead:",
      '```json\n{\n  "event": "note.updated",\n  "note": { "id": "8f31", "version": 42 },\n  "at": "2026-03-14T09:26:53Z"\n}\n```',
      "Signed, please, with a time in the signature so that it can't be replayed. The text itself doesn't need to be in there, I'll fetch it.",
    ],
    tags: ["developers"],
    votes: 17,
    since: [
      {
        day: 160,
        by: "tomasz",
        says: "One subscription per notebook, not per account, or I'd get 400 calls for one import.",
      },
      {
        day: 157,
        by: "asta",
        says: "And a log of the last deliveries that I can look at. Debugging webhooks blind is no fun.",
      },
      { day: 143, by: "mona", to: "under_review" },
      {
        day: 102,
        by: "mona",
        to: "planned",
        answer:
          "Planned: `note.created`, `note.updated` and `note.deleted`, per notebook, signed, repeated with growing pauses for a day. Changes within ten seconds become one call.",
      },
      {
        day: 100,
        by: "diego",
        says: "Ten seconds is a lot for what I do (a sign at the door that shows who's in). Could it be a setting?",
        replies: [
          { day: 99, by: "mona", says: "It could. Would two seconds do? Below that it gets noisy for everybody." },
          { day: 98.5, by: "diego", says: "Two is perfect." },
        ],
      },
      {
        day: 32,
        by: "mona",
        to: "in_progress",
        answer:
          "Deliveries work, the page with the log is being built. If you want to try it before it is out, write to us with the address that we should call.",
      },
    ],
  },
  {
    kind: "bug",
    day: 126,
    by: "diego",
    title: "500 when the title of a note begins with an emoji",
    steps:
      "```sh\ncurl -X POST https://api.lumen.example/v2/notes \\\n  -H 'Content-Type: application/json' \\\n  -d '{\"title\": \"🌱 Garden\"}'\n```",
    expected: "`201 Created`",
    actual: "`500`, and no note. With the emoji at the end of the title it works.",
    version: "API v2",
    tags: ["developers"],
    votes: 3,
    since: [
      {
        day: 125.7,
        by: "asta",
        says: "Same with `ﬁ` as a ligature at the beginning. So it isn't about emoji as such.",
      },
      { day: 125, by: "mona", to: "confirmed" },
      {
        day: 118,
        by: "mona",
        to: "fixed",
        release: "2.12",
        answer:
          "We made the short name of a note from its first character and expected a letter there. Any character will do now. @asta, your ligature is part of the tests.",
      },
    ],
  },
  {
    kind: "idea",
    day: 206,
    by: "ravi",
    title: "Tell clients how many requests they have left",
    body: "I hit `429` without warning. With `RateLimit-Remaining` and `RateLimit-Reset` in each answer, I could slow down before.",
    tags: ["developers"],
    votes: 4,
    since: [
      {
        day: 203,
        by: "tomasz",
        says: "There's a draft standard for the names of these headers, so nobody has to invent them.",
      },
      { day: 197, by: "mona", to: "in_progress" },
      {
        day: 160,
        by: "mona",
        to: "shipped",
        release: "2.11",
        answer:
          "Each answer carries `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` (seconds). While we were there, we doubled the limit for reading.",
      },
    ],
  },
];
