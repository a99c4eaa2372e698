import { LRUCache } from "lru-cache";
import type { Touch } from "~/models/core/events/touches";
import { type Compression, compress, type KeptPage, sizeOf } from "./kept-page.server";
import { isTouched, labelOf, labelsOf } from "./shown";

/** A page that somebody is rendering; others who want it wait. */
export interface Rendering {
  key: string;
  /** What has changed since it began, all of it: what the page shows is known at its end. */
  touches: Touch[];
  /** Undefined when it is no page to keep. */
  result: Promise<KeptPage | "abandoned" | undefined>;
  end(result?: KeptPage | "abandoned"): void;
}

export type Pages = ReturnType<typeof createPages>;

/** Keeps pages, of `mostBytes` in all, until something that they show is touched. */
export function createPages(mostBytes: number) {
  const labelled = new Map<string, Set<KeptPage>>();
  const renderings = new Map<string, Rendering>();
  const kept = new LRUCache<string, KeptPage>({
    maxSize: mostBytes,
    sizeCalculation: sizeOf,
    onInsert: (page) => label(page),
    dispose: (page) => unlabel(page),
  });

  function label(page: KeptPage): void {
    for (const name of labelsOf(page.shown)) labelled.set(name, (labelled.get(name) ?? new Set()).add(page));
  }

  function unlabel(page: KeptPage): void {
    for (const name of labelsOf(page.shown)) {
      const pages = labelled.get(name);
      if (pages?.delete(page) && pages.size === 0) labelled.delete(name);
    }
  }

  function touch(touches: Touch[]): void {
    for (const { touches: missed } of renderings.values()) missed.push(...touches);
    for (const one of touches) {
      if (one === "all") kept.clear();
      else drop(one);
    }
  }

  function drop(touch: Exclude<Touch, "all">): void {
    for (const page of labelled.get(labelOf(touch)) ?? []) if (isTouched(page.shown, touch)) kept.delete(page.key);
  }

  function begin(key: string): Rendering {
    let settle: Rendering["end"] = () => {};
    const result = new Promise<Awaited<Rendering["result"]>>((resolve) => {
      settle = resolve;
    });
    const rendering: Rendering = { key, touches: [], result, end };
    renderings.set(key, rendering);
    return rendering;

    function end(result?: KeptPage | "abandoned"): void {
      if (renderings.get(key) === rendering) renderings.delete(key);
      if (typeof result === "object" && !hasChanged(result, rendering.touches)) kept.set(key, result);
      settle(result);
    }
  }

  return {
    touch,
    begin,
    find: (key: string) => kept.get(key),
    rendering: (key: string) => renderings.get(key),
    /** Has the page in one more form for those who come later. */
    async prepare(page: KeptPage, compression: Compression): Promise<void> {
      if (page.underWay.has(compression)) return;
      await compress(page, compression);
      if (kept.peek(page.key) !== page) return;
      // It is larger now, which setting the same once more would not notice.
      kept.delete(page.key);
      kept.set(page.key, page);
    },
    bytes: () => kept.calculatedSize,
  };
}

/** Whether something that the page shows was touched. */
export function hasChanged({ shown }: KeptPage, touches: Touch[]): boolean {
  const labels = new Set(labelsOf(shown));
  return touches.some((touch) => touch === "all" || (labels.has(labelOf(touch)) && isTouched(shown, touch)));
}
