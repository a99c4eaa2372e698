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
      if (response === undefined) return say(this.dataset.failed);
      field.value = response;
      form.submit();
    });
  }

  /** What the authenticator says, as JSON; empty where the server wants a fresh sign-in first, to which the form leads. */
  async #ask(): Promise<string | undefined> {
    const [{ startAuthentication, startRegistration }, asked] = await Promise.all([
      import("@simplewebauthn/browser"),
      fetch(this.dataset.options ?? "", { method: "POST", headers: { Accept: "application/json" } }),
    ]);
    if (asked.status === 401) return "";
    if (!asked.ok) return;
    const optionsJSON = await asked.json();
    const isNew = this.dataset.ceremony === "create";
    return JSON.stringify(await (isNew ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })));
  }
}

customElements.define("passkey-form", PasskeyForm);
