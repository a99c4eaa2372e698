/** A button that chooses a value in a field of its form, as if somebody had done it there. */
class ChooseValue extends HTMLElement {
  connectedCallback(): void {
    this.querySelector("button")?.addEventListener("click", () => {
      const field = this.closest("form")?.elements.namedItem(this.dataset.field ?? "");
      if (!(field instanceof HTMLSelectElement)) return;
      field.value = this.dataset.value ?? "";
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      field.focus();
    });
  }
}

customElements.define("choose-value", ChooseValue);
