// Runs in a process of its own, as it is in development, tests and production: hence plain JavaScript. Memory goes back
// to the system when that ends, and a picture that breaks its reader breaks nothing else.
import { stat } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";

/** The widths at which a picture is offered, as far as it is wider. */
const widths = [320, 800, 1600];
/** The largest that is kept; WebP has no more than 16,383 lines. */
const most = { width: 2560, height: 10_000 };
/** Pixels of all its frames, unpacked: 240 MB. */
const mostPixels = 60_000_000;
/** Milliseconds after which we look again how much of a processor we have had. */
const lookEvery = 100;

/** @param {string} file @param {import("sharp").SharpOptions} [options] */
const open = (file, options) => sharp(file, { limitInputPixels: mostPixels, failOn: "error", ...options });

/** @param {string} file @param {string} folder */
async function makeSizes(file, folder) {
  const { width = 0, height = 0, pages = 1 } = await open(file).metadata();
  if (width * height > mostPixels) throw new Error("pixel limit");
  const animated = pages > 1 && width * height * pages <= mostPixels;
  const whole = path.join(folder, "whole");
  const first = open(file, { animated })
    .autoOrient()
    .resize({ ...most, fit: "inside", withoutEnlargement: true });
  const size = await write(first, whole);
  const sizes = [{ ...size, file: whole }];
  for (const width of widths.filter((width) => width < size.width)) {
    const smaller = path.join(folder, String(width));
    sizes.push({ ...(await write(open(whole, { animated }).resize({ width }), smaller)), file: smaller });
  }
  return { width: size.width, height: size.height, sizes };
}

/** @param {string} file @param {string} folder @param {{ width: number, height: number, isFilled: boolean }} size */
async function makeSmall(file, folder, { isFilled, ...size }) {
  const small = path.join(folder, "small");
  const { width, height } = await open(file)
    .autoOrient()
    .resize({ ...size, fit: isFilled ? "contain" : "inside", background: "#0000", withoutEnlargement: !isFilled })
    .png({ compressionLevel: 9, palette: true })
    .toFile(small);
  return { width, height, file: small };
}

/** @param {import("sharp").Sharp} picture @param {string} file */
async function write(picture, file) {
  const { width, height, pageHeight } = await picture.webp({ quality: 82, effort: 2 }).toFile(file);
  return { width, height: pageHeight ?? height, bytes: (await stat(file)).size };
}

/** @param {{ message: string, code?: string }} error */
function faultOf({ message, code }) {
  if (/pixel limit/i.test(message)) return "pictureTooLarge";
  return code === "ENOSPC" || /no space left/i.test(message) ? "storageFull" : "pictureBroken";
}

/** Ends this process once the picture has had so many seconds of a processor: the work itself cannot be stopped. */
function watch(/** @type {number} */ seconds) {
  const before = process.cpuUsage();
  return setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if (user + system > seconds * 1e6) process.kill(process.pid, "SIGKILL");
  }, lookEvery);
}

sharp.cache(false);
sharp.concurrency(1);
// Of the many formats that it reads, those that we know, whatever a file turns out to be.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((name) => `VipsForeignLoad${name}`) });
process.on("message", async ({ file, folder, small, processorSeconds }) => {
  const watching = watch(processorSeconds);
  const making = small ? makeSmall(file, folder, small) : makeSizes(file, folder);
  process.send?.(await making.catch((error) => ({ fault: faultOf(error) })));
  clearInterval(watching);
});
// Whoever asked is gone.
process.on("disconnect", () => process.exit());
