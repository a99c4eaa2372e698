import { loadPage } from "./load-page";

/** Milliseconds. Each look in vain is longer apart, up to a minute, until somebody comes back to the page. */
const pace = { first: 10_000, longest: 60_000 };

/** Milliseconds between two times that we say that somebody is writing; it counts for thrice as long. */
const writingPace = 10_000;

interface News {
  newest: string | null;
  /** Who else is writing, as a sentence: only the team is told. */
  writers?: string;
}

/**
 * Shows what is said in a ticket while it is open: asks for no more than what was said last, and for the page if that is new.
 * Where `data-writing` is there, others are told while somebody writes in it.
 */
class TicketWatch extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = pace.first;
  #saidWriting = Number.NEGATIVE_INFINITY;

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.#comeBack);
    if (this.dataset.writing) {
      this.addEventListener("input", this.#sayWriting);
      addEventListener("pagehide", this.#sayOver);
    }
    this.#wait();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#comeBack);
    removeEventListener("pagehide", this.#sayOver);
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
    if (!document.hidden) await this.#hear(this.dataset.source ?? "");
    if (this.isConnected) this.#wait();
  }

  async #hear(source: string, method = "GET"): Promise<void> {
    const response = await fetch(source, { method, headers: { Accept: "application/json" } }).catch(() => undefined);
    if (!response?.ok || response.redirected) return;
    const { newest, writers = "" } = (await response.json()) as News;
    const place = this.querySelector("[data-writers]");
    if (place && place.textContent !== writers) place.textContent = writers;
    if (newest !== null && newest !== this.dataset.newest) await this.#show();
  }

  #sayWriting = (): void => {
    if (performance.now() - this.#saidWriting < writingPace) return;
    this.#saidWriting = performance.now();
    void this.#hear(this.dataset.writing ?? "", "POST");
  };

  #sayOver = (): void => {
    if (this.#saidWriting < 0) return;
    this.#saidWriting = Number.NEGATIVE_INFINITY;
    navigator.sendBeacon(`${this.dataset.writing}?over=yes`);
  };

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
