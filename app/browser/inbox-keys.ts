import { isTyping } from "./is-typing";

/**
 * The keys of the inbox. Each presses what is on the page anyway: a row names it with `data-key`, and the row where the
 * focus is (else the first) is the one that is meant.
 */
class InboxKeys extends HTMLElement {
  readonly #stop = new AbortController();

  connectedCallback(): void {
    document.addEventListener("keydown", (event) => this.#take(event), { signal: this.#stop.signal });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
  }

  #take(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (this.#press(event.key)) event.preventDefault();
  }

  #press(key: string): boolean {
    if (key === "?") this.querySelector("dialog")?.showModal();
    else if (key === "j") this.#step(1);
    else if (key === "k") this.#step(-1);
    else return this.#pressInRow(key);
    return true;
  }

  #step(by: 1 | -1): void {
    const rows = this.#rows;
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const row = rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
    row?.querySelector<HTMLElement>("[data-key=o]")?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }

  #pressInRow(key: string): boolean {
    if (!/^[a-z]$/.test(key)) return false;
    const rows = this.#rows;
    const row = rows.find((one) => one.contains(document.activeElement)) ?? rows[0];
    const pressed = row?.querySelector<HTMLElement>(`[data-key=${key}]`);
    pressed?.click();
    return pressed !== undefined && pressed !== null;
  }

  get #rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-row]")];
  }
}

customElements.define("inbox-keys", InboxKeys);
