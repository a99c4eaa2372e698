/** Text of UTF-7 (RFC 2152), which no decoder of the platform knows and old Exchange servers still write. */
export const decodeUtf7 = (ascii: string): string =>
  ascii.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => (base64 === "" ? "+" : utf16Of(base64)));

function utf16Of(base64: string): string {
  const bytes = Uint8Array.from(atob(base64.slice(0, base64.length - (base64.length % 4 === 1 ? 1 : 0))), (sign) =>
    sign.charCodeAt(0),
  );
  return new TextDecoder("utf-16be").decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
}
