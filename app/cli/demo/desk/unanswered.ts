import type { TicketStory } from "./ticket-story";

/** Whoever waits for a word of the team, the longest wait first. */
export const unanswered: TicketStory[] = [
  {
    day: 6.2,
    by: "margaret",
    subject: "Is Lumen something for a choir of forty?",
    category: "general_inquiry",
    source: "mail",
    says: [
      "Good morning,",
      "I look after the music of our choir: translations, breathing marks, who stands where. Forty people have to read it and three may change it. Half of them are over seventy and will not make an account.",
      "Can they read a notebook without one? And what would it cost us a year?",
      "Kind regards,\nMargaret Oyelaran",
    ],
  },
  {
    day: 4.6,
    by: "thabo",
    subject: "A student price for the year after",
    category: "feature_request",
    says: "I hand in my thesis in spring and stop being a student on the same day. The price doubles in the one month in which nobody pays me anything yet. A year of grace would keep me, and I can't be the only one.",
  },
  {
    day: 4.2,
    by: "luca",
    subject: "New notes only arrive after I restart Lumen",
    category: "technical_issue",
    says: "Lid closed at home, opened at the office: nothing arrives until I quit and start again. *Sync now* says “Waiting for the network”, and the network is right there.",
    since: [
      {
        day: 2.4,
        by: "gus",
        post: "After waking up, the laptop syncs only when Lumen is restarted",
      },
      {
        day: 2.38,
        by: "gus",
        notes:
          "Same as his post. Three tickets, one laptop: I've put them together. Whoever has the desktop build with the new network watcher, please send it to him.",
      },
      { day: 2.36, by: "gus", tags: ["sync", "desktop"] },
    ],
  },
  {
    day: 3.6,
    by: "luca",
    subject: "Fwd: New notes only arrive after I restart Lumen",
    category: "technical_issue",
    source: "mail",
    says: "Did the first one arrive? I restarted Lumen eleven times today. I counted.",
    since: [{ day: 2.39, by: "gus", into: "New notes only arrive after I restart Lumen" }],
  },
  {
    day: 2.5,
    by: "luca",
    subject: "Sync: log of this morning",
    category: "bug_report",
    says: "Fourteen seconds of what the log says when I open the lid:\n\n```\n08:02:11 wake\n08:02:11 network: lost (wlan0)\n08:02:19 network: none\n08:02:25 sync: waiting for the network\n```\n\nNo line says that it ever looks again.",
    since: [{ day: 2.37, by: "gus", into: "New notes only arrive after I restart Lumen" }],
  },
  {
    day: 1.6,
    by: "cedarPayables",
    subject: "Invoice without purchase order number",
    category: "account_issue",
    source: "mail",
    says: [
      "Dear supplier,",
      "your last invoice for 85 seats does not show our purchase order number. Invoices without one cannot be processed. Please reissue it with PO 4500-7731.",
      "This mailbox is read by several colleagues. Please keep the subject.",
    ],
  },
  {
    day: 9,
    by: "noor",
    subject: "Titles in Urdu are cut off at the top",
    category: "bug_report",
    says: "In Nastaliq the upper third of the letters is missing in titles, on the phone only. In the text below it is fine. Screenshot on request; it looks as if somebody had taken scissors to it.",
    since: [
      { day: 8.7, by: "gus", takes: true },
      {
        day: 8.6,
        by: "gus",
        answers:
          "Scissors is just what it looks like. The line height of titles was made for Latin letters. The testers have a build with more room, and I've put you on their list: may I?",
        next: "waiting",
      },
      { day: 8.2, by: "noor", says: "You may." },
      { day: 6, by: "gus", tags: ["mobile", "languages"] },
      {
        day: 5.5,
        by: "gus",
        answers: "It's on your phone now. If the titles are whole, I'd call this solved.",
        next: "resolved",
      },
      {
        day: 0.8,
        by: "noor",
        says: "They were whole until I made the text one size larger. Now the scissors are back, only higher up.",
      },
    ],
  },
  {
    day: 0.13,
    by: "peter",
    subject: "Cannot reach the button that pays",
    category: "technical_issue",
    says: "I want to renew. At 250 % the button *Buy* is beneath the text, as I reported, and at 100 % I cannot read what I am buying. Could somebody take my money by hand?",
    since: [{ day: 0.07, by: "gus", takes: true }],
  },
  {
    day: 0.03,
    by: "beatriz",
    subject: "Cobrança em duplicidade na renovação",
    category: "account_issue",
    says: "Bom dia! A renovação foi cobrada duas vezes no meu cartão, com três minutos de diferença. Só tenho um recibo. Podem estornar a segunda?",
  },
  {
    day: 0.006,
    by: "kwame",
    subject: "Handover notebook is read-only since the night shift",
    category: "technical_issue",
    says: "Three people stand in front of the screen and can't write down what the machine did last night. It was writable at ten. Nobody changed anything, says everybody.",
  },
];
