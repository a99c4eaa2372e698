import { keepCookie } from "./keep-cookie";

/** Changes the colours without loading the page again; the cookie remembers, as the form would. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("submit", (event) => {
      const chosen = (event as SubmitEvent).submitter as HTMLButtonElement | null;
      if (!chosen) return;
      event.preventDefault();
      document.documentElement.dataset.theme = chosen.value;
      const scheme = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
      if (scheme) scheme.content = chosen.value === "system" ? "light dark" : chosen.value;
      for (const button of this.querySelectorAll("button")) button.ariaPressed = String(button === chosen);
      keepCookie("theme", chosen.value);
    });
  }
}

customElements.define("theme-switch", ThemeSwitch);
