import type { TagColor } from "#db/schema/feedback/boards";

const looks: Record<TagColor, string> = {
  slate: "bg-slate-soft text-slate",
  red: "bg-red-soft text-red",
  amber: "bg-amber-soft text-amber",
  green: "bg-green-soft text-green",
  teal: "bg-teal-soft text-teal",
  blue: "bg-blue-soft text-blue",
  violet: "bg-violet-soft text-violet",
  pink: "bg-pink-soft text-pink",
};

export const tagLooks = (color: TagColor): string => `tag ${looks[color]}`;
