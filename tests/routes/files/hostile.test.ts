import { request } from "node:http";
import { connect } from "node:net";
import sharp from "sharp";
import { v4 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { attachments } from "#db/schema";
import { origin, useApp } from "../../support/app";
import { ask } from "../../support/ask";
import { signedIn, type Visitor } from "../../support/browser";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { fileOf, png, zipBomb } from "../../support/file-samples";
import { postAt, sendFile, storedFiles } from "../../support/files";

// Files that are made to harm whoever reads, shows or stores them.

useDatabase();
useApp({ RATE_LIMITS: "off" });

let ben: Visitor;
let to: string;

beforeEach(async () => {
  const people = await cast("ben");
  ben = await signedIn(people.ben);
  to = `post:${(await postAt(await post(people.ben, idea(await addBoard())))).id}`;
});

const rows = () => db.select().from(attachments).orderBy(attachments.position);
const cookie = () => [...ben.cookies].map((pair) => pair.join("=")).join("; ");
const address = () => `/files?to=${to}&upload=${uuid()}`;

const send = async (content: Uint8Array | string, name: string): Promise<string | undefined> =>
  (await sendFile(ben, to, fileOf(content, name))).error;

/** `frames` pictures one after the other. */
const animation = (frames: number, format: "gif" | "webp") =>
  sharp(Buffer.alloc(8 * 8 * frames * 3, "ab"), { raw: { width: 8, height: 8 * frames, channels: 3, pageHeight: 8 } })
    [format]()
    .toBuffer();

/** Black and white in turns, without each frame's being drawn. */
async function blinking(turns: number, width: number, height: number): Promise<Buffer> {
  const black = Buffer.alloc(width * height * 3);
  const raw = { width, height: 2 * height, channels: 3, pageHeight: height } as const;
  const once = await sharp(Buffer.concat([black, Buffer.alloc(black.length, 255)]), { raw })
    .gif()
    .toBuffer();
  const flags = once[10] ?? 0;
  const head = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const frames = once.subarray(head, -1);
  return Buffer.concat([once.subarray(0, head), ...Array.from({ length: turns }, () => frames), Buffer.from(";")]);
}

const vast = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();

test("what is a script as well as a picture, or several things at once, is a picture anew, a download, or refused", async () => {
  const gif = Buffer.concat([
    Buffer.from("GIF89a/*"),
    await animation(1, "gif"),
    Buffer.from("*/=1;alert(1)//kwxscript"),
  ]);
  expect(await send(gif, "script.gif")).toContain("cannot be read");
  const pages: [Uint8Array, string][] = [
    [Buffer.concat([Buffer.from("%PDF-1.4\n<script>alert(1)</script>"), zipBomb()]), "paper.pdf"],
    [Buffer.concat([zipBomb(), Buffer.from("<html><script>alert(1)</script>")]), "page.html"],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "drawing.svg"],
  ];
  for (const [content, name] of pages) {
    expect(await send(content, name)).toBeUndefined();
    const { headers } = await ask(`/files/${(await rows()).at(-1)?.id}`);
    expect(headers["content-disposition"], name).toMatch(/^attachment;/);
    expect(headers["content-type"], name).not.toMatch(/html|svg|script/);
    expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
  }
});

test("a picture that moves does so anew, but shows its first frame only where all have more pixels than that", async () => {
  const framesOf = async (gif: Buffer) => {
    expect(await send(gif, "moves.gif")).toBeUndefined();
    const row = (await rows()).at(-1);
    expect([row?.width, row?.height]).toEqual([2000, 1500]);
    return (await sharp((await ask(`/files/${row?.id}`)).body).metadata()).pages ?? 1;
  };
  expect(await framesOf(await blinking(2, 2000, 1500))).toBe(4);
  expect(await framesOf(await blinking(11, 2000, 1500))).toBe(1);
}, 60_000);

test("a picture of more pixels than anybody looks at is refused, and thousands of small frames do no harm", async () => {
  expect(await send(await vast(50_000, 2000), "vast.png")).toContain("too many pixels");
  for (const format of ["gif", "webp"] as const) {
    const frames = format === "gif" ? 5000 : 2000;
    const error = await send(await animation(frames, format), `moves.${format}`);
    if (error) expect(error).toMatch(/pixels|cannot be read/);
  }
  for (const { width, height } of await rows()) expect([width, height]).toEqual([8, 8]);
}, 60_000);

test("where and by what a picture was taken is gone", async () => {
  const gps = { GPSLatitude: "52/1 31/1 0/1", GPSLongitude: "13/1 24/1 0/1" };
  const taken = await sharp(await png(900, 600))
    .withExif({ IFD0: { Make: "kwxcamera" }, IFD3: gps })
    .jpeg()
    .toBuffer();
  expect((await sharp(taken).metadata()).exif).toBeDefined();
  expect(taken.includes("kwxcamera")).toBe(true);
  await send(taken, "photo.jpg");
  const [row] = await rows();
  for (const path of [`/files/${row?.id}`, `/files/${row?.id}/320`, `/files/${row?.id}/800`]) {
    const { status, body } = await ask(path);
    const { exif, xmp, iptc } = await sharp(body).metadata();
    expect([status, exif, xmp, iptc, body.includes("kwxcamera")]).toEqual([
      200,
      undefined,
      undefined,
      undefined,
      false,
    ]);
  }
});

test("a name of ten thousand signs, or of signs that do something, is a name", async () => {
  await send("x", `${"long".repeat(2500)}.txt`);
  await send("x", "a\u0000b\u001b[31mc\u202Ede.txt");
  const names = (await rows()).map(({ name }) => name);
  for (const name of names) expect(name).toMatch(/^[\x20-\x7e]{1,100}\.txt$/);
  for (const { id } of await rows()) expect((await ask(`/files/${id}`)).status).toBe(200);
});

test("whoever says that they send four gigabytes is refused before they do, and who says less than they send is cut", async () => {
  const before = storedFiles().length;
  const status = await new Promise((resolve, reject) => {
    const headers = { Cookie: cookie(), Origin: origin(), Accept: "application/json", "Content-Length": 4e9 };
    const type = { "Content-Type": "multipart/form-data; boundary=X" };
    const sending = request(origin() + address(), { method: "POST", headers: { ...headers, ...type } });
    sending.on("response", (response) => {
      resolve(response.statusCode);
      sending.destroy();
    });
    sending.on("error", reject).flushHeaders();
  });
  expect(status).toBe(413);
  const part = '--X\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
  const lines = [
    `POST ${address()} HTTP/1.1`,
    `Host: ${new URL(origin()).host}`,
    `Origin: ${origin()}`,
    `Cookie: ${cookie()}`,
    "Content-Type: multipart/form-data; boundary=X",
    `Content-Length: ${part.length + 10}`,
  ];
  const { hostname, port } = new URL(origin());
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${lines.join("\r\n")}\r\n\r\n${part}${"x".repeat(100_000)}\r\n--X--\r\n`);
    });
    socket
      .on("data", () => {})
      .on("error", () => {})
      .on("close", () => resolve());
    socket.setTimeout(2000, () => socket.destroy());
  });
  expect(await rows()).toEqual([]);
  expect(storedFiles()).toHaveLength(before);
});
