import { say } from "./toast-region";

/** Puts a saved reply into a text at the cursor. Without it there are links that fill the text in. */
class SavedReplies extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector<HTMLTemplateElement>(":scope > template");
    const text = this.querySelector("textarea");
    if (!template || !text) return;
    this.querySelector(":scope > details")?.remove();
    template.replaceWith(template.content.cloneNode(true));
    const choice = this.querySelector("select") as HTMLSelectElement;
    choice.nextElementSibling?.addEventListener("click", () => this.#insert(choice.value, text));
  }

  async #insert(id: string, text: HTMLTextAreaElement): Promise<void> {
    const words = await this.#find(id);
    if (words === undefined) return say();
    text.focus();
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async #find(id: string): Promise<string | undefined> {
    const path = (this.dataset.source ?? "").replace(":id", id);
    const response = await fetch(path, { headers: { Accept: "application/json" } }).catch(() => undefined);
    if (!response?.ok || response.redirected) return;
    return ((await response.json()) as { text: string }).text;
  }
}

customElements.define("saved-replies", SavedReplies);
