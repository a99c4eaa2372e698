import type { Story } from "../story";

export const rightToLeft: Story[] = [
  {
    kind: "idea",
    day: 182,
    by: "karim",
    title: "دعم كامل للكتابة من اليمين إلى اليسار في تطبيق الهاتف",
    body: [
      "أكتب ملاحظاتي بالعربية، وتظهر النصوص في تطبيق الهاتف محاذاةً إلى اليسار، وتنتقل علامات الترقيم إلى الجهة الخطأ.",
      "ما أرجوه:",
      "- أن يتبع اتجاه كل فقرة لغتها تلقائيًا\n- أن تعمل القوائم والجداول من اليمين إلى اليسار\n- أن تبقى الكلمات الإنجليزية والأرقام داخل الجملة في مكانها الصحيح",
    ],
    tags: ["languages", "editor"],
    votes: 25,
    since: [
      {
        day: 181,
        by: "fatima",
        says: "أؤيد ذلك تمامًا. القوائم المرقّمة هي الأسوأ: الرقم في جهة والنص في الجهة الأخرى.",
      },
      {
        day: 180,
        by: "samir",
        says: "For those who don't read Arabic: Karim asks that each paragraph takes its direction from its language, that lists and tables run from right to left, and that English words and numbers keep their place inside a sentence.",
        replies: [
          {
            day: 179.5,
            by: "mona",
            says: "Thank you, Samir, and thank you, Karim. The list is as clear as one could wish.",
          },
        ],
      },
      {
        day: 90,
        by: "mona",
        to: "planned",
        answer: [
          "شكرًا لك يا كريم. سنفعل ذلك، وسيتبع اتجاه كل فقرة لغتها كما اقترحت.",
          "*Planned: the direction follows the language of each paragraph, in the editor first, then in lists, tables and menus.*",
        ],
      },
      {
        day: 89,
        by: "noor",
        says: "This will help with Urdu as well. Please have a look at line height: Nastaliq is cut off at the top in titles.",
      },
      {
        day: 27,
        by: "mona",
        to: "in_progress",
        answer:
          "The editor is done and in the beta, lists and tables are being built. We test with four people who write Arabic, Hebrew and Urdu every day; if you'd like to be the fifth, write to us.",
      },
      {
        day: 20,
        by: "karim",
        says: "جرّبت النسخة التجريبية: الفقرات ممتازة. بقيت مشكلة صغيرة في الأقواس داخل الجداول.",
      },
    ],
  },
  {
    kind: "bug",
    day: 6,
    by: "fatima",
    title: "Dictation in French puts a space before every comma",
    body: "I dictate most of my notes while walking, and correct every one of them afterwards. Full stops get the space as well.",
    steps: "Dictate “bonjour virgule ça va point d'interrogation”.",
    expected: "Bonjour, ça va ?",
    actual: "Bonjour , ça va ?",
    version: "2.14.0, phone",
    tags: ["languages"],
    votes: 3,
    since: [
      {
        day: 5.4,
        by: "chloe",
        says: "The space before the question mark is right in French, by the way. Please don't “fix” both.",
      },
      { day: 5.1, by: "fatima", says: "Oui ! Only the comma and the full stop." },
    ],
  },
  {
    kind: "idea",
    day: 46,
    by: "nikos",
    title: "Read a note aloud",
    body: [
      "The screen reader reads the whole screen, buttons included. For a long text I'd like a player: play, pause, back ten seconds, speed, and it goes on with the screen off.",
      "I'd listen to my saved articles on the way to work.",
    ],
    tags: ["accessibility", "reading"],
    votes: 12,
    since: [
      {
        day: 45,
        by: "siobhan",
        says: "Three of my pupils are dyslexic. Hearing and seeing the word at once is what helps them, so please mark the word as it's read.",
      },
      { day: 43, by: "samir", says: "With the voices of the phone, so that it works on the train without a network?" },
      {
        day: 29,
        by: "mona",
        to: "planned",
        answer:
          "Planned, with the voices that are on your device, so nothing leaves it and it works offline. The word being read is marked. It comes to phones first, then to the web.",
      },
      { day: 28, by: "nikos", says: "Offline and with the word marked: that's better than the paid app I use now." },
    ],
  },
];
