import { invalid } from "../http/answers";
import type { Call } from "../http/call";
import { addContact, findContact } from "../state/contacts";
import type { Contact } from "../state/types";

/** Whoever a new ticket is from; an unknown address, number or id makes a contact. */
export function findOrAddRequester({ account, body }: Call): Contact {
  const { requester_id, email, phone, twitter_id, unique_external_id, facebook_id, name } = body as Record<
    string,
    string
  >;
  if (requester_id !== undefined) {
    const contact = account.contacts.get(Number(requester_id)) ?? asContact(account, Number(requester_id));
    if (contact) return contact;
    throw invalid({
      field: "requester_id",
      message: "There is no contact matching the given requester_id",
      code: "invalid_value",
    });
  }
  const by = { unique_external_id, email, phone, twitter_id };
  if (Object.values(by).every((value) => value === undefined)) {
    if (facebook_id) {
      throw invalid({
        field: "facebook_id",
        message: "There is no contact matching the given facebook_id",
        code: "invalid_value",
      });
    }
    const message =
      "Please fill at least 1 of requester_id, email, facebook_id, phone, twitter_id, unique_external_id fields";
    throw invalid({ field: "requester_id", message, code: "missing_field" });
  }
  if (email !== undefined && !/^[^@\s]+@[^@\s]+$/.test(email)) {
    throw invalid({
      field: "email",
      message: "It should be in the 'valid email address' format",
      code: "invalid_value",
    });
  }
  const known = findContact(account, by);
  if (known) return known;
  if (phone && !email && !name) {
    throw invalid({
      field: "name",
      message: "It should not be blank as this is a mandatory field",
      code: "missing_field",
    });
  }
  const agent = [...account.agents.values()].find((one) => one.email.toLowerCase() === email?.toLowerCase());
  const agentsContact = agent && asContact(account, agent.id);
  return (
    agentsContact ?? addContact(account, { name: name ?? email?.split("@")[0] ?? "Unknown", ...by, ...absent(by) })
  );
}

/** Agents have contacts of the same id, which a ticket from an agent's address is from. */
function asContact(account: Call["account"], id: number): Contact | undefined {
  const agent = account.agents.get(id);
  if (!agent) return undefined;
  const contact = addContact(account, { name: agent.name, email: agent.email });
  account.contacts.delete(contact.id);
  account.contacts.set(id, { ...contact, id });
  return account.contacts.get(id);
}

function absent(by: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(by).map(([key, value]) => [key, value ?? null]));
}
