/** This page as it would be shown now; undefined where it cannot be had, for whoever is offline for a moment, say. */
export async function loadPage(): Promise<Document | undefined> {
  try {
    // On the way back browsers take whatever they have kept, unless they are told to ask.
    const response = await fetch(location.href, { cache: "no-cache" });
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
}
