import type { Story } from "./story";

export const team: Story[] = [
  {
    kind: "idea",
    day: 53,
    by: "gus",
    title: "A standard answer for “my notes are gone”",
    body: [
      "Eleven tickets last month. In nine of them the person was signed in with a second address.",
      "> I swear they were there yesterday!!",
      "I'd like one answer that asks for the address first, kindly, and doesn't sound like a form.",
    ],
    votes: 3,
    since: [
      {
        day: 52,
        by: "milo",
        says: "Could the sign-in page say “you have another account with 312 notes” instead? Then nobody has to write.",
      },
      {
        day: 51,
        by: "ada",
        says: "Only to somebody who has proved both addresses. Otherwise we tell strangers who our customers are.",
      },
      {
        day: 43,
        by: "mona",
        to: "planned",
        answer:
          "Both: Gus writes the answer this week, and the hint after signing in goes on the list for 2.15, for addresses that were proved on the same device.",
      },
    ],
  },
  {
    kind: "bug",
    day: 25,
    by: "milo",
    title: "The support address refuses attachments of more than 8 MB",
    body: "People send us screen recordings because we ask for them, and then get our own mail server's rejection in English.",
    expected: "25 MB, as the form on the website takes.",
    votes: 2,
    since: [{ day: 24, by: "ada", to: "confirmed" }],
  },
];
