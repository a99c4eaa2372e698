import type { TicketStory } from "./ticket-story";

/** Over. One of them was written to again: another ticket follows it. */
export const closed: TicketStory[] = [
  {
    day: 74,
    by: "olga",
    subject: "После импорта выделения потеряли цвет",
    category: "bug_report",
    says: "Импортировала 200 статей из старой программы. Текст на месте, но все выделения стали жёлтыми, а у меня четыре цвета: у каждого свой смысл.",
    since: [
      { day: 73.6, by: "mona", takes: true },
      {
        day: 73.4,
        by: "mona",
        answers:
          "Ольга, цвета не потеряны: они записаны в файле, но мы их не читали. Исправим на этой неделе. Пожалуйста, не удаляйте старые файлы.",
        next: "waiting",
      },
      { day: 73, by: "olga", says: "Не удаляю. Я ничего не удаляю, поэтому мне и нужен Lumen." },
      {
        day: 70,
        by: "mona",
        answers: "Готово: повторите импорт с галочкой «Только цвета». Тексты он не тронет.",
        next: "resolved",
      },
      { day: 69.5, by: "olga", rates: 5, why: "Все четыре цвета. Спасибо." },
      { day: 62, by: "mona", to: "closed" },
    ],
  },
  {
    day: 60,
    by: "siobhan",
    subject: "Licences for pupils without addresses",
    category: "account_issue",
    says: "Eleven-year-olds have no mail and shouldn't need any. Can a class be signed in with a code on the blackboard?",
    since: [
      { day: 59.8, by: "gus", takes: true },
      {
        day: 59.7,
        by: "gus",
        answers:
          "They can: *Class codes*, for schools only, and you are one. Switched on for you; the code changes every night.",
        next: "resolved",
      },
      { day: 59.1, by: "siobhan", solves: true },
      { day: 59, by: "siobhan", rates: 5, why: "Twenty-six children in four minutes, and one of them was me." },
      { day: 52, by: "gus", to: "closed" },
    ],
  },
  {
    day: 50,
    by: "mei",
    subject: "New phone, and the code goes to the old one",
    category: "account_issue",
    says: "I sold my phone and Lumen asks for a code from it. The buyer is nice, but I don't want to call him every morning.",
    since: [
      { day: 49.5, by: "gus", takes: true },
      {
        day: 49.4,
        by: "gus",
        answers: "We've sent a code by mail instead. With it you come in and can take the old phone off the list.",
        next: "resolved",
      },
      { day: 49, by: "mei", says: "I came in, thank you. The next morning it asked for the old phone again." },
      {
        day: 48.5,
        by: "gus",
        notes:
          "She signed in, but didn't remove the phone: the button is below three folded sections. For the list of shy buttons.",
      },
      {
        day: 48.4,
        by: "gus",
        answers: "I'm sorry, the button is well hidden: *Settings → Account → Devices*, all the way down, *Remove*.",
        next: "resolved",
      },
      { day: 48, by: "mei", rates: 3, why: "Solved, but twice." },
      { day: 41, by: "gus", to: "closed" },
    ],
  },
  {
    day: 47,
    by: "jonas",
    subject: "Vertrag zur Auftragsverarbeitung für Kestrel",
    category: "general_inquiry",
    says: "Unsere Rechtsabteilung braucht den Vertrag zur Auftragsverarbeitung in der Fassung, die Sie unterschreiben, samt Liste der Unterauftragnehmer. Ohne Eile, aber mit Stempel.",
    since: [
      { day: 46.8, by: "gus", handsTo: "ada" },
      { day: 46.5, by: "jonas", adds: "kestrelLegal" },
      {
        day: 46,
        by: "ada",
        answers:
          "Lieber Jonas, der Vertrag liegt unter *Einstellungen → Firma → Verträge*, von uns schon unterschrieben. Unterauftragnehmer sind zwei, beide in der EU. Einen Stempel haben wir eigens gekauft.",
        next: "waiting",
      },
      {
        day: 42,
        by: "kestrelLegal",
        source: "mail",
        says: "Anlage 2, Ziffer 4: Bitte „unverzüglich“ statt „zeitnah“. Im Übrigen einverstanden.",
      },
      { day: 41.5, by: "ada", answers: "Geändert, und zwar unverzüglich.", next: "resolved" },
      { day: 41, by: "jonas", rates: 5, why: "Die Rechtsabteilung hat gelächelt. Es gibt Zeugen." },
      { day: 34, by: "ada", to: "closed" },
    ],
  },
  {
    day: 44,
    by: "ravi",
    subject: "429 although the header says that requests are left",
    category: "technical_issue",
    says: "My job reads `RateLimit-Remaining: 12`, sends one request, and gets a `429`. I slowed down as the headers say. They don't say the truth.",
    since: [
      { day: 43.2, by: "gus", takes: true },
      { day: 43.1, by: "gus", tags: ["api"] },
      {
        day: 43,
        by: "gus",
        answers:
          "Reading and writing have limits of their own, and the header shows that of reading. Could it be that the one request writes?",
        next: "waiting",
      },
      {
        day: 42.4,
        by: "ravi",
        says: "It does. Then the header of a writing request should be that of writing, shouldn't it?",
      },
      { day: 40, by: "gus", answers: "It should. I've passed it on to those who build the API.", next: "resolved" },
      { day: 39.5, by: "ravi", rates: 2, why: "“Passed it on” isn't an answer." },
      { day: 33, by: "gus", to: "closed" },
      {
        day: 5.3,
        by: "ravi",
        source: "mail",
        says: "Five weeks later: still `Remaining: 12`, still `429`. To whom was it passed on?",
      },
      { day: 5.1, by: "gus", handsTo: "mona" },
      {
        day: 5,
        by: "mona",
        notes: "To me, and I let it lie behind 2.14. One line on the server; done before I answer this time.",
      },
      {
        day: 4,
        by: "mona",
        answers:
          "To me, and I let it lie; I'm sorry. Since this morning each answer carries the limit that counts for *that* kind of request.",
        next: "resolved",
      },
      { day: 3.5, by: "ravi", rates: 3, why: "True headers at last. The five weeks are the two missing stars." },
    ],
  },
  {
    day: 42,
    by: "henrik",
    subject: "Does Lumen keep PDF/A as it is?",
    category: "general_inquiry",
    source: "mail",
    says: "We are an archive. If a file comes out of Lumen with one bit changed, we cannot use Lumen. A yes or a no is enough.",
    since: [
      { day: 33, by: "gus", takes: true },
      {
        day: 32.9,
        by: "gus",
        answers:
          "Yes. Files are kept bit by bit; only previews are made of them. I'm sorry that a yes took us nine days: your mail lay in the folder for newsletters.",
        next: "resolved",
      },
      { day: 32, by: "henrik", rates: 1, why: "We decided on the eighth day." },
      { day: 25, by: "gus", to: "closed" },
    ],
  },
  {
    day: 33,
    by: "samir",
    subject: "Deleting old versions for good, by contract",
    category: "security_issue",
    says: "A contract says that drafts of two notes have to be gone, versions included, by the end of the month. Can you do that and confirm it in writing?",
    since: [
      { day: 32.9, by: "ada", takes: true },
      { day: 32.8, by: "ada", priority: "high" },
      {
        day: 32.5,
        by: "ada",
        answers:
          "We can. Please write here which two, as their addresses. They leave our backups three days after that, and I'll confirm both.",
        next: "waiting",
      },
      { day: 31.5, by: "samir", says: "`/n/7c20` and `/n/91fe`. Nothing else, please." },
      {
        day: 31,
        by: "ada",
        notes: "Both deleted with their versions, checked by a second pair of eyes (milo). Backups: in three days.",
      },
      {
        day: 30.9,
        by: "ada",
        answers: "Done, for these two and nothing else. I'll write again when the backups have followed.",
        next: "resolved",
      },
      { day: 27.8, by: "ada", answers: "And since this morning our backups know nothing of them either." },
      { day: 27, by: "samir", rates: 4, why: "In writing, as I asked. Four, since I had to ask." },
      { day: 23, by: "ada", to: "closed" },
    ],
  },
  {
    day: 32,
    by: "linh",
    subject: "May I go back from the beta?",
    category: "general_inquiry",
    says: "The side-by-side view is lovely and the new search isn't. Can I go back without losing what I wrote this week?",
    since: [
      { day: 31.8, by: "gus", takes: true },
      {
        day: 31.7,
        by: "gus",
        answers:
          "You can: install the released app over it. Notes are the same in both; the beta only looks at them differently.",
        next: "resolved",
      },
      {
        day: 31,
        by: "linh",
        rates: 4,
        why: "Back and forth twice, nothing lost. Single switches would still be nicer.",
      },
      { day: 24, by: "gus", to: "closed" },
    ],
  },
  {
    day: 28,
    by: "erik",
    subject: "A mail about a sign-in that wasn't mine",
    category: "security_issue",
    source: "mail",
    says: "“New sign-in from Reykjavík.” I was on my sofa, which is not in Reykjavík. Is the mail from you, or is it bait? I have clicked on nothing.",
    since: [
      { day: 27.98, by: "ada", takes: true },
      {
        day: 27.9,
        by: "ada",
        answers:
          "The mail is from us, and not clicking was right. The sign-in was by your own laptop, through an address that belongs to a VPN. Have you switched one on?",
        next: "waiting",
      },
      {
        day: 27.6,
        by: "erik",
        source: "mail",
        says: "The university has, for all of us, over night. So I was in Reykjavík and nobody told me.",
      },
      {
        day: 27.5,
        by: "ada",
        answers: "Then all is well, and the mail did what it should. We'll write “perhaps a VPN” next to the place.",
        next: "resolved",
      },
      { day: 27, by: "erik", rates: 5, why: "Answered within an hour by somebody who knew." },
      { day: 20, by: "ada", to: "closed" },
    ],
  },
  {
    day: 12.9,
    by: "cleo",
    subject: "Phone warm in my pocket, Lumen on top of the list",
    category: "bug_report",
    says: "Since the update the phone is warm when I take it out. About 5,000 notes. I've voted for the post; I write because I have a flight tomorrow and need the phone to last.",
    since: [
      { day: 12.6, by: "gus", takes: true },
      { day: 12.5, by: "gus", tags: ["battery", "mobile"] },
      {
        day: 12.4,
        by: "gus",
        answers: "For the flight: close Lumen from the list of apps. Nothing is lost, it syncs when you open it again.",
        next: "waiting",
      },
      { day: 10.9, by: "cleo", says: "Flew, arrived, 61 %. And the ten minutes of charging did the rest." },
      { day: 10.8, by: "cleo", solves: true },
      { day: 10.7, by: "cleo", rates: 4 },
      { day: 3.6, by: "gus", to: "closed" },
    ],
  },
  {
    day: 12.5,
    by: "priya",
    subject: "A paragraph that I deleted five weeks ago",
    category: "technical_issue",
    says: "It was the paragraph on liability. The history ends after thirty days and I am five days late. Is there really nothing, not even for money?",
    since: [
      { day: 12.3, by: "gus", takes: true },
      { day: 12.2, by: "gus", post: "Keep older versions of a note for longer than thirty days" },
      {
        day: 12,
        by: "gus",
        notes: "Looked in the backups with @ada: gone, and it has to be, that's what we promise Samir.",
      },
      {
        day: 11.9,
        by: "gus",
        answers:
          "I've looked wherever there is to look, and it's gone. What we promise to delete, we do delete. Your ticket stands with the post about longer histories, where it counts.",
        next: "resolved",
      },
      { day: 11, by: "priya", rates: 2, why: "Kind and honest. And I'm still without it." },
      { day: 3.8, by: "gus", to: "closed" },
    ],
  },
];
