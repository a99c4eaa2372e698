import { deflateRawSync } from "node:zlib";
import sharp from "sharp";

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 200 } } });

/** A photograph with a place in it, that lies on its side. */
export const photo = (width = 1000, height = 600): Promise<Buffer> =>
  drawn(width, height)
    .withExif({ IFD0: { Copyright: "kwxsecretplace" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const png = (width = 400, height = 300): Promise<Buffer> => drawn(width, height).png().toBuffer();

export const fileOf = (content: Uint8Array | string, name: string, type = ""): File =>
  new File([content as never], name, { type });

/** What says of itself that it is some thousand million pixels, in a hundred bytes. */
export async function pixelBomb(): Promise<Buffer> {
  const bytes = Buffer.from(await png(10, 10));
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}

/** A picture that is a page as well, for whoever guesses by content. */
export const polyglot = async (): Promise<Buffer> =>
  Buffer.concat([await png(), Buffer.from("<script>alert(1)</script><?php system('id') ?>kwxpolyglot")]);

export const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

export const zipBomb = (): Buffer => {
  const packed = deflateRawSync(Buffer.alloc(20_000_000));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(20_000_000, 22);
  return Buffer.concat([header, packed]);
};
