/**
 * Puts the template of the board that is chosen into the text of a new post, unless somebody has written there.
 * Without it the address of the form decides.
 */
class PostTemplate extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest("form");
    const board = form?.querySelector<HTMLSelectElement>("select[name=boardId]");
    const text = form?.querySelector<HTMLTextAreaElement>("textarea[name=body]");
    if (board && text) board.addEventListener("change", () => this.#change(board.value, text));
  }

  #change(board: string, text: HTMLTextAreaElement): void {
    const templates = this.#read();
    const written = text.value.trim();
    if (written && ![...templates.values()].includes(written)) return;
    text.value = templates.get(board) ?? "";
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** By the id of the board. */
  #read(): Map<string, string> {
    const all = [...this.querySelectorAll<HTMLElement>("[data-board]")];
    return new Map(all.map(({ dataset, textContent }) => [dataset.board ?? "", textContent?.trim() ?? ""]));
  }
}

customElements.define("post-template", PostTemplate);
