const pause = 2000;

/** Looks whether the page has changed, and loads it anew once this element is no longer on it. */
class PageWatch extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const isThere = document.hidden || (await isStillThere());
    if (!this.isConnected) return;
    if (isThere) this.connectedCallback();
    else location.reload();
  }
}

/** Whoever is offline for a moment goes on waiting. */
async function isStillThere(): Promise<boolean> {
  try {
    const response = await fetch(location.href);
    return !response.ok || (await response.text()).includes("<page-watch");
  } catch {
    return true;
  }
}

customElements.define("page-watch", PageWatch);
