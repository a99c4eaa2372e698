import { say } from "./toast-region";

/**
 * A form that is sent with what an authenticator says: a new passkey, or a signature by one. Where the browser knows none,
 * it stays hidden, and what stands beside it for that is shown.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const field = this.querySelector<HTMLInputElement>("input[name=response]");
    if (!form || !field || !globalThis.PublicKeyCredential) return;
    form.hidden = false;
    this.querySelector("[data-plain]")?.remove();
    let isAsking = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (isAsking || !form.reportValidity()) return;
      isAsking = true;
      const response = await this.#ask().catch(() => undefined);
      isAsking = false;
      if (!response) return say(this.dataset.failed);
      field.value = JSON.stringify(response);
      form.submit();
    });
  }

  async #ask(): Promise<unknown> {
    const [{ startAuthentication, startRegistration }, asked] = await Promise.all([
      import("@simplewebauthn/browser"),
      fetch(this.dataset.options ?? "", { method: "POST", headers: { Accept: "application/json" } }),
    ]);
    if (!asked.ok) return;
    const optionsJSON = await asked.json();
    return this.dataset.ceremony === "create"
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON });
  }
}

customElements.define("passkey-form", PasskeyForm);
