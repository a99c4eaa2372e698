/** Where agents see a ticket, in the account that the environment names: a host, or an address. */
export function freshdeskTicketAddress(domain: string, ticket: number): string {
  return new URL(`/a/tickets/${ticket}`, domain.includes("://") ? domain : `https://${domain}`).href;
}
