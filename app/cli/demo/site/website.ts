import type { Story } from "../story";

export const website: Story[] = [
  {
    kind: "idea",
    day: 302,
    by: "erik",
    title: "A status page that keeps its history",
    body: "When sync hangs I want to know whether it's me or you. And when I recommend Lumen at work, I'm asked how often it was down last year.",
    votes: 9,
    since: [
      { day: 300, by: "ravi", says: "With the API as a line of its own." },
      { day: 283, by: "ada", to: "in_progress" },
      {
        day: 252,
        by: "ada",
        to: "shipped",
        answer:
          "It's at status.lumen.example, on servers that have nothing to do with the rest of ours. It goes back to the first of January, the bad week in February included.",
      },
      { day: 251, by: "erik", says: "You left the bad week in. That is why I recommend you." },
    ],
  },
  {
    kind: "idea",
    day: 44,
    by: "luca",
    title: "Show prices with VAT before the checkout",
    body: "The page says 6.00, the checkout 7.32. I know why, but I felt tricked for a moment, and so did my colleague.",
    votes: 8,
    since: [
      { day: 43, by: "jonas", says: "For companies it's the other way round, please keep the net price somewhere." },
      {
        day: 28,
        by: "ada",
        to: "planned",
        answer:
          "You are right, a price is what one pays. The page will show it with the tax of your country, and a switch for companies. It comes with the new price page next month.",
      },
    ],
  },
  {
    kind: "bug",
    day: 19,
    by: "peter",
    title: "The price page falls apart at 200 %",
    actual:
      "The four columns lie on top of each other, and the button *Buy* is beneath the text. I need 200 %, on some days 250.",
    expected: "One column below the other.",
    version: "Website, browser zoom 200 %",
    tags: ["accessibility"],
    votes: 3,
    since: [
      {
        day: 18,
        by: "nikos",
        says: "The order of reading is odd as well: all four names first, then all four prices.",
      },
      { day: 17.5, by: "ada", to: "confirmed" },
      {
        day: 6,
        by: "ada",
        to: "in_progress",
        answer:
          "The new price page is being tested at 400 % and with two screen readers. Peter, Nikos: would you have a look before it goes live? We'll send you the address.",
      },
    ],
  },
  {
    kind: "idea",
    day: 157,
    by: "jonas",
    title: "A live chat on every page of the documentation",
    body: "When I'm stuck, I'd like to ask somebody right there instead of writing a mail.",
    votes: 2,
    since: [
      { day: 156, by: "sanne", says: "Please not one of those bubbles that cover the text and make a sound." },
      {
        day: 128,
        by: "gus",
        says: "We tried it for two weeks last year: nine in ten questions came outside of our hours, and people waited in front of an empty chat.",
      },
      {
        day: 124,
        by: "mona",
        to: "declined",
        answer:
          "Not for now. We are eight people, and a chat that nobody answers is worse than a mail that is answered the same day. What we did instead: every page of the documentation ends with *Was this of help?*, and what you write there reaches the support desk with the page in question.",
      },
    ],
  },
  {
    kind: "bug",
    day: 90,
    by: "zeynep",
    title: "The archive of the newsletter begins with 2.5",
    body: "The older issues aren't there, and the one about 2.3 had the tips on searching that I keep quoting.",
    votes: 1,
    since: [
      {
        day: 82,
        by: "ada",
        to: "wont_fix",
        answer:
          "The issues before 2.5 were sent with another provider, and we no longer have them in a form that we could publish. The tips on searching live on in the documentation, under *Finding things*, and they are up to date there.",
      },
    ],
  },
];
