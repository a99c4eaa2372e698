/**
 * `https://acme.freshdesk.com` of a host or of an address, whatever stands behind it. Only an address that says so
 * itself goes without encryption: a simulator's.
 */
export function originOf(domain: string): string {
  return new URL(domain.includes("://") ? domain : `https://${domain}`).origin;
}
