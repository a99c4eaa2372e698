/**
 * Puts the template of what is chosen in the field `data-by` into the text of the same form, unless somebody has written
 * there. Without it the address of the form decides.
 */
class ChosenTemplate extends HTMLElement {
  connectedCallback(): void {
    const form = this.closest("form");
    const choice = form?.elements.namedItem(this.dataset.by ?? "");
    const text = form?.elements.namedItem("body");
    if (choice instanceof HTMLSelectElement && text instanceof HTMLTextAreaElement)
      choice.addEventListener("change", () => this.#change(choice.value, text));
  }

  #change(value: string, text: HTMLTextAreaElement): void {
    const templates = this.#read();
    const written = text.value.trim();
    if (written && ![...templates.values()].includes(written)) return;
    text.value = templates.get(value) ?? "";
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** By what is chosen. */
  #read(): Map<string, string> {
    const all = [...this.querySelectorAll<HTMLElement>("[data-value]")];
    return new Map(all.map(({ dataset, textContent }) => [dataset.value ?? "", textContent?.trim() ?? ""]));
  }
}

customElements.define("chosen-template", ChosenTemplate);
