const pause = 2000;

/**
 * Looks whether the page has changed: what is marked `data-watched` is brought up to date, and the whole page is loaded
 * anew once this element is no longer on it.
 */
class PageWatch extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    const page = document.hidden ? undefined : await loadPage();
    if (!this.isConnected) return;
    if (page && !page.querySelector("page-watch")) location.reload();
    else {
      if (page) this.#update(page);
      this.connectedCallback();
    }
  }

  #update(page: Document): void {
    const fresh = page.querySelectorAll("page-watch [data-watched]");
    for (const [i, ours] of this.querySelectorAll("[data-watched]").entries()) {
      const theirs = fresh[i];
      if (theirs && theirs.outerHTML !== ours.outerHTML) ours.replaceWith(theirs);
    }
  }
}

/** Nothing for whoever is offline for a moment, and goes on waiting. */
async function loadPage(): Promise<Document | undefined> {
  try {
    const response = await fetch(location.href);
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
}

customElements.define("page-watch", PageWatch);
