import { loadPage } from "./load-page";

/** Milliseconds. Each look in vain is longer apart, up to a minute, until somebody comes back to the page. */
const pace = { first: 10_000, longest: 60_000 };

/** Shows what is said in a ticket while it is open: asks for no more than what was said last, and for the page if that is new. */
class TicketWatch extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = pace.first;

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.#comeBack);
    this.#wait();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#comeBack);
    clearTimeout(this.#timer);
  }

  #comeBack = (): void => {
    if (document.hidden) return;
    this.#pause = pace.first;
    clearTimeout(this.#timer);
    void this.#look();
  };

  #wait(): void {
    // Not all pages at the same moment, as after the server was away.
    this.#timer = setTimeout(() => void this.#look(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 1.5, pace.longest);
  }

  async #look(): Promise<void> {
    if (!document.hidden && (await this.#hasNews())) await this.#show();
    if (this.isConnected) this.#wait();
  }

  async #hasNews(): Promise<boolean> {
    try {
      const response = await fetch(this.dataset.source ?? "", { headers: { Accept: "application/json" } });
      if (!response.ok) return false;
      const { newest } = (await response.json()) as { newest: string | null };
      return newest !== null && newest !== this.dataset.newest;
    } catch {
      return false;
    }
  }

  async #show(): Promise<void> {
    const theirs = (await loadPage())?.querySelector<HTMLElement>("ticket-watch");
    const [list, newList] = [this.querySelector("ol"), theirs?.querySelector("ol")];
    if (!theirs || !list || !newList) return;
    const known = new Set([...list.children].map(({ id }) => id));
    list.append(...[...newList.children].filter(({ id }) => !known.has(id)));
    this.dataset.newest = theirs.dataset.newest;
    this.#pause = pace.first;
  }
}

customElements.define("ticket-watch", TicketWatch);
