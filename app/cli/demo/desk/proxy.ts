import type { TicketStory } from "./ticket-story";

/** The long one. */
export const proxy: TicketStory = {
  day: 10.5,
  by: "zeynep",
  subject: "Shared notebooks stand still since our new proxy",
  category: "technical_issue",
  says: "Since our IT replaced the proxy, shared notebooks at Kestrel get no changes during the day. At home everything comes in at once. Four of us see it, so it isn't my laptop.",
  since: [
    { day: 10.3, by: "gus", takes: true },
    {
      day: 10.2,
      by: "gus",
      answers:
        "Thank you for telling the two apart so clearly. Does the web app get changes while the desktop app doesn't? And what does *Help → Connection* say at the office?",
      next: "waiting",
    },
    {
      day: 9.8,
      by: "zeynep",
      says: "Web: the same. *Connection* says:\n\n```\nhttps://sync.lumen.example  200  41 ms\nlive channel                closed after 60 s (x 212)\n```",
    },
    { day: 9.6, by: "gus", tags: ["sync", "proxy"] },
    {
      day: 9.5,
      by: "gus",
      answers:
        "Something between you and us ends the live channel after exactly a minute, and Lumen waits longer each time before it asks again. Could your IT let `sync.lumen.example` stay open for ten minutes?",
      next: "waiting",
    },
    {
      day: 9.1,
      by: "zeynep",
      says: "I asked. The answer was a form with eleven fields. I'm adding Tomasz, he speaks their language.",
    },
    { day: 9.05, by: "zeynep", adds: "tomasz" },
    {
      day: 8.6,
      by: "tomasz",
      says: [
        "Hello Gus. What I found out:",
        "- the proxy opens TLS and looks inside, with a certificate of our own\n- it buffers answers until they end, and yours doesn't end\n- after 60 seconds it gives up and closes",
        "So the first change of each minute is *in* the buffer and thrown away. That's why it isn't merely slow.",
      ],
    },
    {
      day: 8.4,
      by: "gus",
      notes:
        "Tomasz does our work again. @mona, is there still the old way of asking every 30 seconds, for networks like this?",
    },
    {
      day: 8.1,
      by: "mona",
      notes:
        "There is: `sync.mode = poll` in the settings file of the desktop app. Undocumented, because we meant to remove it. Let's not.",
    },
    {
      day: 8,
      by: "gus",
      answers:
        'That explains every line of it. For the desktop app there is a way around, on each laptop in `settings.json`:\n\n```json\n{ "sync": { "mode": "poll", "seconds": 30 } }\n```\n\nChanges then come within half a minute.',
      next: "waiting",
    },
    {
      day: 7.3,
      by: "tomasz",
      source: "mail",
      says: "Works on mine and on Zeynep's. Rolling it out to the other 38 by script.",
    },
    { day: 6.9, by: "zeynep", says: "Works! And the web app? Two colleagues aren't allowed to install anything." },
    { day: 6.5, by: "gus", handsTo: "mona" },
    {
      day: 6.2,
      by: "mona",
      answers:
        "Hello Zeynep, I'm taking over from Gus since this needs a change on our side. The web app will notice a channel that always ends after the same time, and ask every 30 seconds by itself.",
    },
    { day: 5.9, by: "zeynep", says: "That would be lovely. Until when, roughly? I have to tell two people something." },
    {
      day: 5.6,
      by: "mona",
      answers: "It is in the test of this week. Tell them: within two weeks, and that it needs nothing from them.",
    },
    { day: 4.9, by: "zeynep", says: "Told them. One has written it on the whiteboard, with a date." },
    { day: 4.5, by: "mona", answers: "Then we had better keep it. I'll write here as soon as it's live." },
  ],
};
