import { loadPage } from "./load-page";

/**
 * Who goes back is shown the page as it was, at the place where it was left. What is marked by a name in `data-current`
 * is brought up to date then: since, it may have been switched on the page that follows, or in another tab.
 */
addEventListener("pageshow", ({ persisted }) => {
  if (persisted || isFromCache()) void bringUpToDate();
});

function isFromCache(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "back_forward" && !entry.transferSize;
}

async function bringUpToDate(): Promise<void> {
  const shown = [...document.querySelectorAll<HTMLElement>("[data-current]")].map(
    (ours) => [ours, ours.outerHTML] as const,
  );
  const page = shown.length ? await loadPage() : undefined;
  for (const [ours, before] of shown) {
    const theirs = page?.querySelector(`[data-current="${ours.dataset.current}"]`);
    // What was used meanwhile knows better.
    if (theirs && ours.outerHTML === before && theirs.outerHTML !== before) ours.replaceWith(theirs);
  }
}
