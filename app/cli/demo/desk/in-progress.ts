import type { TicketStory } from "./ticket-story";

/** What the team is working on. */
export const inProgress: TicketStory[] = [
  {
    day: 7.5,
    by: "anjali",
    subject: "Thesis: letters come late, and I have seven weeks",
    category: "technical_issue",
    says: "28,000 words in one note, and due in seven weeks. I hid the status bar as somebody advised. Better, but not good: each letter still takes a breath.",
    since: [
      { day: 7.2, by: "gus", takes: true },
      { day: 7.15, by: "gus", priority: "high" },
      { day: 7.1, by: "gus", post: "Typing lags in notes of more than 20,000 words" },
      {
        day: 7,
        by: "gus",
        answers: [
          "Then let's get you through those weeks first and fix the cause second:",
          "1. Select a chapter, *Note → Split off*. Links between the parts go on working.\n2. *View → Status bar* off, as you have it.\n3. Write. When all is done, *Note → Join* makes one note of it again.",
          "Nothing is lost on the way, footnotes included; we tried it with a novel.",
        ],
        next: "waiting",
      },
      {
        day: 6.1,
        by: "anjali",
        says: "Splitting helps so much that I wrote three pages last night. One thing: the footnotes now begin at 1 in each part, and my supervisor wants them through.",
      },
      { day: 5.8, by: "gus", tags: ["editor", "performance", "deadline"] },
      {
        day: 5.6,
        by: "gus",
        notes:
          "Numbers run through again once the parts are joined, I've tried it. She hands it in on paper, so she needs that to be true on the very last day. @mona, can we promise it?",
      },
      {
        day: 5.5,
        by: "gus",
        answers:
          "They run through again when you join the parts. I'd like to hear it from those who built it before I promise it to somebody with a deadline; you'll hear from me.",
      },
      { day: 3.9, by: "mona", notes: "Yes, promise it. There is a test for it, and I have looked at the test." },
      {
        day: 1.1,
        by: "anjali",
        says: "Any word? My supervisor asks every morning, with a coffee in her hand, and looks at my footnotes.",
      },
    ],
  },
  {
    day: 3.3,
    by: "mateo",
    subject: "Battery: seven hours again, in spite of the ten minutes",
    category: "bug_report",
    says: "I left Lumen open while charging, twice, as Mona wrote. The first night was good. Last night it was busy for seven hours again. A new report from *Send diagnostics* is under way.",
    since: [
      { day: 3, by: "gus", takes: true },
      { day: 2.9, by: "gus", post: "The battery drains overnight since 2.14" },
      { day: 2.85, by: "gus", tags: ["battery", "mobile"] },
      {
        day: 2.8,
        by: "gus",
        answers:
          "Your report is here. Did you import or change a great many notes in between? Then the index begins anew, which would explain the one good night.",
      },
      {
        day: 2.2,
        by: "mateo",
        source: "mail",
        says: "Yes! I renamed a tag, it is on 900 notes. So that counts as changing them?",
      },
      {
        day: 2,
        by: "gus",
        notes:
          "It does count. 2.14.2 builds in small pieces, so he is a good tester for it: 4,100 notes, an old battery, and he writes back.",
      },
      {
        day: 1.8,
        by: "gus",
        answers:
          "It counts, sadly. 2.14.2 will do it in small pieces and only while charging. Until then: ten minutes open after each big change. I'll write to you on the day it is out.",
      },
    ],
  },
  {
    day: 1.9,
    by: "imre",
    subject: "Shared link still opens after the share was ended",
    category: "security_issue",
    source: "mail",
    says: [
      "Hello,",
      "I end a share, and whoever has the page open can still load older versions of the note for about an hour. I've tried it with two accounts of my own and have looked at nobody else's notes.",
      "Steps and times are ready; where may I send them so that they don't lie in a mailbox? I'd give you ninety days before I write about it.",
      "Imre Szabó",
    ],
    since: [
      { day: 1.86, by: "gus", handsTo: "ada" },
      { day: 1.82, by: "ada", restricts: true },
      {
        day: 1.8,
        by: "ada",
        answers:
          "Thank you for writing to us first, and for trying it on yourself. You reach me alone in this ticket: nobody else of the team reads it. Please put the steps in here. You'll hear every second day where we are, also when there is nothing to tell.",
      },
      {
        day: 1.4,
        by: "imre",
        source: "mail",
        says: [
          "Gladly:",
          "1. A shares a note with B, B opens its history\n2. A ends the share; the note is gone for B, as it should be\n3. B's open page asks for version 12, and gets it, for 58 minutes",
          "I suppose that something is kept for an hour.",
        ],
      },
      {
        day: 1.2,
        by: "ada",
        notes:
          "True, on our own portal too: the history is answered from a cache that never asks whether the share still stands. Being fixed on the server, no release needed.",
      },
      { day: 1.1, by: "ada", tags: ["sharing", "disclosure"] },
      {
        day: 1,
        by: "ada",
        answers:
          "You suppose rightly, it was the cache of the history. The fix is being tried and goes out this week, for everybody at once. May we name you in the release notes?",
      },
    ],
  },
  {
    day: 5.2,
    by: "karim",
    subject: "الأقواس تنقلب داخل الجداول في النسخة التجريبية",
    category: "bug_report",
    says: [
      "جرّبت النسخة التجريبية على الهاتف. الفقرات ممتازة، لكن الأقواس داخل خلايا الجدول تظهر مقلوبة عندما تحتوي الخلية على كلمة إنجليزية.",
      "مثال: (Lumen) في الخلية الأولى.",
    ],
    since: [
      { day: 5, by: "mona", takes: true },
      { day: 4.9, by: "mona", tags: ["languages", "beta"] },
      {
        day: 4.8,
        by: "mona",
        answers: "شكرًا لك يا كريم. هل يحدث ذلك أيضًا في جدول جديد، أم فقط في الجداول القديمة؟",
        next: "waiting",
      },
      { day: 4.1, by: "karim", says: "في الاثنين. وفي جدول جديد يكفي أن أكتب كلمة إنجليزية واحدة بين قوسين." },
      {
        day: 3.7,
        by: "mona",
        notes:
          "Cells take their direction from the table instead of from their own text. Samir checked my Arabic. Goes into the next beta.",
      },
      {
        day: 3.6,
        by: "mona",
        answers:
          "وجدنا السبب: الخلية تتبع اتجاه الجدول لا اتجاه نصها. سيصل الإصلاح مع النسخة التجريبية القادمة، وسأكتب لك حين تصدر.",
        next: "in_progress",
      },
    ],
  },
];
