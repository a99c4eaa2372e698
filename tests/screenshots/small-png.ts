import { crc32, deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** A picture of few colours as a PNG with a palette, a third as large: of so many, the most frequent ones. */
export async function shrink(page: Page, png: Buffer, colors = 64): Promise<Buffer> {
  const { width, height, data } = await page.evaluate(readPixels, `data:image/png;base64,${png.toString("base64")}`);
  const { palette, indices } = reduceColors(Buffer.from(data, "base64"), colors);
  const rows = Array.from({ length: height }, (_, y) => [
    Buffer.of(0),
    indices.subarray(y * width, (y + 1) * width),
  ]).flat();
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", Buffer.concat([size, Buffer.of(8, 3, 0, 0, 0)])),
    chunk("PLTE", Buffer.from(palette)),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Runs in the page, which can read pictures; red, green, blue and opacity of each pixel in Base64. */
async function readPixels(source: string) {
  const picture = await createImageBitmap(await (await fetch(source)).blob());
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas?.drawImage(picture, 0, 0);
  const bytes = canvas?.getImageData(0, 0, width, height).data ?? [];
  let data = "";
  for (const byte of bytes) data += String.fromCharCode(byte);
  return { width, height, data: btoa(data) };
}

function reduceColors(pixels: Buffer, most: number) {
  const colors = Array.from({ length: pixels.length / 4 }, (_, i) => pixels.readUIntBE(i * 4, 3));
  const seen = new Map<number, number>();
  for (const color of colors) seen.set(color, (seen.get(color) ?? 0) + 1);
  const kept = [...seen].sort((a, b) => b[1] - a[1]).map(([color]) => color);
  kept.length = Math.min(kept.length, most);
  const nearest = new Map<number, number>();
  for (const color of seen.keys()) {
    const best = kept.reduce((one, other) => (distance(color, other) < distance(color, one) ? other : one));
    nearest.set(color, kept.indexOf(best));
  }
  return { palette: kept.flatMap(channels), indices: Buffer.from(colors.map((color) => nearest.get(color) ?? 0)) };
}

const channels = (color: number): number[] => [color >> 16, (color >> 8) & 255, color & 255];

const distance = (a: number, b: number): number =>
  channels(a).reduce((sum, value, i) => sum + (value - (channels(b)[i] ?? 0)) ** 2, 0);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
