/**
 * Says what came of a search: whether anything was found, and whether something of it was opened. The same search counts once in a
 * tab, however often somebody comes back to it.
 */
class SearchResults extends HTMLElement {
  connectedCallback(): void {
    const { found } = this.dataset;
    if (!this.#isFirst(found ? "found" : "nothing")) return;
    this.#say(found ? "found" : "nothing");
    this.addEventListener("click", ({ target }) => this.#open(target as Element));
    // The middle button of a mouse opens a link as well, and clicks nothing.
    this.addEventListener("auxclick", ({ target }) => this.#open(target as Element));
  }

  #open(target: Element): void {
    if (target.closest("a") && this.#isFirst("opened")) this.#say("opened");
  }

  #isFirst(outcome: string): boolean {
    const key = `searched:${outcome}:${this.dataset.question}`;
    try {
      if (sessionStorage.getItem(key)) return false;
      sessionStorage.setItem(key, "yes");
    } catch {
      // Browsers may refuse; it then counts each time.
    }
    return true;
  }

  #say(outcome: string): void {
    const body = new URLSearchParams({ q: this.dataset.question ?? "", outcome });
    navigator.sendBeacon("/search/outcome", body);
  }
}

customElements.define("search-results", SearchResults);
