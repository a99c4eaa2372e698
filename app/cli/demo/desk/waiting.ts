import type { TicketStory } from "./ticket-story";

/** The team has answered, and it is the requester's turn. */
export const waiting: TicketStory[] = [
  {
    day: 2.2,
    by: "ben",
    subject: "Version of last night's draft, before I pasted over it",
    category: "technical_issue",
    says: "I pasted an old chapter over a new one at one in the morning and closed the laptop with a good feeling. Is what was there before still somewhere?",
    since: [
      { day: 2, by: "gus", takes: true },
      { day: 1.95, by: "gus", tags: ["history"] },
      {
        day: 1.9,
        by: "gus",
        answers: [
          "It is. Every version of the last thirty days is:",
          "1. Open the note, *three dots → History*\n2. Choose one from before one o'clock\n3. *Show beside*, and copy what you miss; or *Restore*, which keeps tonight's as a version, too",
          "Did you find it?",
        ],
        next: "waiting",
      },
    ],
  },
  {
    day: 1.5,
    by: "lena",
    subject: "Meine Notizen von gestern sind weg",
    category: "account_issue",
    says: "Gestern waren sie noch da, heute zeigt mir Lumen auf dem neuen Laptop eine leere Liste. Auf dem Telefon ist alles da. Ich habe übermorgen eine Sitzung und brauche die Protokolle.",
    since: [
      { day: 1.4, by: "gus", handsTo: "mona" },
      {
        day: 1.3,
        by: "mona",
        notes:
          "The usual: the phone is signed in as lena@example.com, the laptop as something else. Using the standard answer, in German.",
      },
      {
        day: 1.2,
        by: "mona",
        answers: [
          "Liebe Lena, Ihre Notizen sind da, keine Sorge: Das Telefon gleicht sie ja mit uns ab.",
          "Am häufigsten ist der Laptop mit einer zweiten Adresse angemeldet. Steht unter *Einstellungen → Konto* auf beiden Geräten dieselbe?",
        ],
        next: "waiting",
      },
    ],
  },
  {
    day: 3.8,
    by: "yuki",
    subject: "縦書きのPDFで選択がずれます",
    category: "bug_report",
    says: "縦書きのPDFで文章を選ぶと、隣の行が選択されます。横書きのPDFでは問題ありません。タブレットで使っています。",
    since: [
      { day: 3.5, by: "gus", takes: true },
      { day: 3.4, by: "gus", tags: ["reading", "languages"] },
      {
        day: 3.3,
        by: "gus",
        answers:
          "ゆきさん、ご連絡ありがとうございます。こちらの縦書きのPDFでは再現できませんでした。差し支えなければ、問題が起きるページを一枚だけ送っていただけますか。",
        next: "waiting",
      },
    ],
  },
  {
    day: 4.8,
    by: "dana",
    subject: "Moving 120 pupils to the next year",
    category: "account_issue",
    source: "mail",
    says: "Our fourth years leave, the first years come, and the notebooks of the classes should go from one to the other. By hand that's a week of my life. Can you do it from a list?",
    since: [
      { day: 4.5, by: "gus", takes: true },
      { day: 4.45, by: "gus", priority: "medium" },
      {
        day: 4.4,
        by: "gus",
        answers:
          "We can. Please send a table with two columns, the address as it is and the class as it shall be. Who leaves has an empty second column.",
        next: "waiting",
      },
      { day: 4.3, by: "dana", adds: "harborIt" },
      {
        day: 3.6,
        by: "harborIt",
        source: "mail",
        says: "Dana is on a school trip. We can export the table, but the addresses change next month as well. Is the old one or the new one needed?",
      },
      {
        day: 3.2,
        by: "gus",
        answers: "The old one, please; we take the new ones as a third column and change both in one go.",
        next: "waiting",
      },
    ],
  },
  {
    day: 6.5,
    by: "ifeoma",
    subject: "Who has opened the notebook of the Harbour case?",
    category: "security_issue",
    says: "A client asks who has read our notes on his case, and when. I see who *may*. I need who *did*, for the last sixty days.",
    since: [
      { day: 6.4, by: "ada", takes: true },
      { day: 6.38, by: "ada", priority: "high" },
      {
        day: 6.3,
        by: "ada",
        answers:
          "We keep that for ninety days and give it only to the owner of a notebook, which is Ravi in this case. Could he ask for it from his own account, or write here that you may have it?",
        next: "waiting",
      },
      { day: 5.1, by: "ifeoma", says: "He is at court until the end of the week. He will." },
      {
        day: 4.9,
        by: "ada",
        answers:
          "No hurry from our side: I've had the sixty days set apart, so that nothing falls out of them meanwhile.",
        next: "waiting",
      },
    ],
  },
];
