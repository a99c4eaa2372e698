import { say } from "./toast-region";

/**
 * Puts what is chosen of a list into a text at the cursor: by its buttons, or with Enter as the first of them says, and with Shift as
 * the second. Control and the key that it names lead to the list from the text. Without it there are links that fill the text in.
 */
class TextPicker extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector<HTMLTemplateElement>(":scope > template");
    const text = this.querySelector("textarea");
    if (!template || !text) return;
    this.querySelector(":scope > details")?.remove();
    const tools = template.content.cloneNode(true) as DocumentFragment;
    const choice = tools.querySelector("select") as HTMLSelectElement;
    const buttons = [...tools.querySelectorAll("button")];
    template.replaceWith(tools);
    const press = (button = buttons[0]) => this.#insert(button?.dataset.source ?? "", choice.value, text);
    for (const button of buttons) button.addEventListener("click", () => press(button));
    choice.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      press(event.shiftKey ? buttons[1] : buttons[0]);
    });
    text.addEventListener("keydown", (event) => {
      const isKey = event.key.toLowerCase() === this.dataset.key && (event.ctrlKey || event.metaKey);
      if (!isKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      choice.focus();
    });
  }

  async #insert(source: string, id: string, text: HTMLTextAreaElement): Promise<void> {
    const words = await this.#find(source.replace(":id", id));
    if (words === undefined) return say();
    text.focus();
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async #find(path: string): Promise<string | undefined> {
    const response = await fetch(path, { headers: { Accept: "application/json" } }).catch(() => undefined);
    if (!response?.ok || response.redirected) return;
    return ((await response.json()) as { text: string }).text;
  }
}

customElements.define("text-picker", TextPicker);
