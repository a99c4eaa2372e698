/** Offers the time zone of this device for the field that it stands beside. */
class ZoneSuggestion extends HTMLElement {
  connectedCallback(): void {
    const field = document.getElementById(this.dataset.field ?? "");
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!(field instanceof HTMLInputElement) || !zone || field.value === zone) return;
    const button = this.querySelector("template")?.content.querySelector("button")?.cloneNode(true);
    if (!(button instanceof HTMLButtonElement)) return;
    button.textContent = `${button.textContent} ${zone.replaceAll("_", " ")}`;
    button.addEventListener("click", () => {
      field.value = zone;
      button.remove();
      field.focus();
    });
    this.append(button);
  }
}

customElements.define("zone-suggestion", ZoneSuggestion);
