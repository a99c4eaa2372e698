import type { TicketStory } from "./ticket-story";

/** In no list any more. */
export const putAway: TicketStory[] = [
  {
    day: 8.3,
    by: "rankRocket",
    subject: "Your website is INVISIBLE!!!",
    category: "general_inquiry",
    source: "mail",
    says: "Dear Website Owner, we found 37 errors on your website. First page guaranteed in 14 days. Reply YES for a free audit.",
    since: [{ day: 8.1, by: "gus", putsAway: "spam" }],
  },
  {
    day: 9.4,
    by: "amara",
    subject: "Please delete this, there is a token in it",
    category: "security_issue",
    says: "I meant to send the error and copied the whole line, token and all. Revoked it already. Could the ticket go, too?",
    since: [
      { day: 9.35, by: "gus", takes: true },
      {
        day: 9.3,
        by: "gus",
        answers: "Well done, revoking it first. Out of our lists now, and gone for good in thirty days.",
      },
      { day: 9.25, by: "gus", putsAway: "deleted" },
    ],
  },
];
