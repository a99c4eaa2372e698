import { expect, test } from "vitest";
import { timelineEvents } from "#db/schema/core/events";
import { languages, wordsIn } from "~/i18n";
import { catalogue } from "~/models/core/events/catalogue";
import type { Names } from "~/models/core/events/event-row";
import { sentenceOf } from "~/models/core/events/sentence";
import { timelineTypes } from "~/models/core/events/timeline-types";
import type { EventType } from "~/models/core/events/types";
import { eventSamples } from "../../../support/event-samples";

const names: Names = {
  board: (id) => `board ${id}`,
  tag: (id) => `tag ${id}`,
  person: () => "Bertrand",
  column: ({ name, statuses }) => name || statuses.join(),
  target: (target) => target || "no target",
};

const tell = (type: EventType, data: unknown = eventSamples[type], language: (typeof languages)[number] = "en") =>
  sentenceOf(wordsIn(language), { type, data, isByProduct: false, actorName: "Ada" }, names);

test("every event is told in a sentence of every language, with nothing left open", () => {
  const types = Object.keys(catalogue) as EventType[];
  expect(types.length).toBe(Object.keys(eventSamples).length);
  for (const language of languages) {
    const told = types.map((type) => tell(type, undefined, language));
    // A sentence that is missing comes back as its key.
    expect(told.filter((text) => /\{\{|undefined|null|\[object|^events\.|\.$/.test(text))).toEqual([]);
    expect(new Set(told).size).toBe(types.length);
  }
});

test("what an event says fills its sentence", () => {
  expect(tell("post.status_changed")).toBe("Ada moved this from Open to Planned");
  expect(tell("post.status_changed", { ...eventSamples["post.status_changed"], to: "open" })).toBe(
    "Ada answered this officially",
  );
  expect(tell("post.status_changed", { ...eventSamples["post.status_changed"], byAuthor: true })).toBe(
    "Ada closed this as no longer needed",
  );
  expect(tell("post.tagged")).toBe("Ada added tag 1 and tag 2 and removed tag 3");
  expect(tell("post.tagged", { added: [1], removed: [] })).toBe("Ada added tag 1");
  expect(tell("post.tagged", { added: [], removed: [1] })).toBe("Ada removed tag 1");
  expect(tell("post.board_changed")).toBe("Ada moved this to the board board 2");
  expect(tell("post.assigned")).toBe("Ada assigned this to Bertrand");
  expect(tell("post.assigned", { from: "somebody", to: null })).toBe("Ada assigned this to nobody");
  expect(tell("post.followed")).toBe("Ada muted this");
  expect(tell("post.followed", { from: "muted", to: "milestones" })).toBe("Ada follows this");
  expect(tell("post.judged", { isSolved: false })).toBe("Ada said that this is not solved");
  expect(tell("post.effort_set", { from: 3, to: null })).toBe("Ada cleared the effort of this");
  expect(tell("user.role_changed")).toBe("Ada changed a role from Member to Administrator");
  expect(tell("user.deleted", { userId: "", texts: "removed" })).toBe("Ada deleted an account and what it wrote");
  expect(tell("mail.suppressed")).toBe("Ada stopped mail to something that was forgotten, because it bounced");
  expect(tell("roadmap.card_moved")).toBe("Ada moved it from “planned” to “Soon”");
  expect(tell("roadmap.target_changed")).toBe("Ada changed the target from “no target” to “2027-Q1”");
  expect(tell("freshdesk.linked")).toBe("Ada linked Freshdesk ticket #4711");
  expect(tell("synonyms.saved")).toBe("Ada saved synonyms: dark mode and night mode");
  expect(tell("companies.uploaded", { mode: "replace", count: 2 })).toBe("Ada replaced all companies: 2");
});

test("whoever is gone has no name, and where nobody acted it was the portal", () => {
  const told = { type: "post.pinned", data: {}, actorName: null } as const;
  expect(sentenceOf(wordsIn("en"), { ...told, isByProduct: false }, names)).toBe("Deleted user pinned this");
  expect(sentenceOf(wordsIn("en"), { ...told, isByProduct: true }, names)).toBe("The portal pinned this");
});

test("the index of timelines holds what timelines show", () => {
  expect([...timelineTypes].sort()).toEqual([...timelineEvents].sort());
});
