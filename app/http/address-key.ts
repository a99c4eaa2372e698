import ipaddr from "ipaddr.js";

/**
 * Under what an address is counted. Whoever has one address of IPv6 has the /64 around it, so that is one; an address
 * of IPv4 is the same however it is written.
 */
export function addressKey(ip: string): string {
  if (!ipaddr.isValid(ip)) return "unknown";
  const address = ipaddr.process(ip);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  return `${address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
