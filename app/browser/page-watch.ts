import { loadPage } from "./load-page";

const pause = 2000;

/**
 * Looks whether the page has changed: what is marked by a name in `data-watched` is brought up to date, and the whole page is loaded
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
    for (const ours of this.querySelectorAll<HTMLElement>("[data-watched]")) {
      const theirs = page.querySelector(`page-watch [data-watched="${ours.dataset.watched}"]`);
      if (theirs && theirs.outerHTML !== ours.outerHTML) ours.replaceWith(theirs);
    }
  }
}

customElements.define("page-watch", PageWatch);
