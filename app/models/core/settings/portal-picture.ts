import type { PictureName, Settings } from "./table";

/** Pixels that a picture has at most, twice as many as it is shown with; whether it fills them. */
export const pictureSizes = {
  logo: { width: 480, height: 80, isFilled: false },
  icon: { width: 192, height: 192, isFilled: true },
} as const satisfies Record<PictureName, { width: number; height: number; isFilled: boolean }>;

export const isPictureName = (name: string | undefined): name is PictureName =>
  name !== undefined && Object.hasOwn(pictureSizes, name);

/** Megabytes that may be sent for one. */
export const mostMegabytes = 5;

/** The address of a picture, which changes with it; undefined where the portal has none. */
export function picturePath(settings: Pick<Settings, PictureName>, name: PictureName): string | undefined {
  const picture = settings[name];
  return picture ? `/portal-${name}-${picture.version}.png` : undefined;
}
