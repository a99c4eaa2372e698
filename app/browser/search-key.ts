import { isTyping } from "./is-typing";

/** `/` leads to the search field from anywhere on the page, except where somebody is typing. */
class SearchKey extends HTMLElement {
  readonly #stop = new AbortController();

  connectedCallback(): void {
    document.addEventListener("keydown", (event) => this.#focus(event), { signal: this.#stop.signal });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
  }

  #focus(event: KeyboardEvent): void {
    const isPlain = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || isTyping(event.target)) return;
    const field = this.querySelector("input");
    // On a narrow screen the field of the header is not shown.
    if (!field?.checkVisibility()) return;
    event.preventDefault();
    field.focus();
    field.select();
  }
}

customElements.define("search-key", SearchKey);
