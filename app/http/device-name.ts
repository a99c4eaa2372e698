const browsers: [pattern: RegExp, name: string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [pattern: RegExp, name: string][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** By what a person knows a device again: `Firefox, Linux`. Undefined where the browser does not say. */
export function deviceName(userAgent = ""): string | undefined {
  const agent = userAgent.slice(0, 500);
  const names = [browsers, systems].flatMap((table) => table.find(([pattern]) => pattern.test(agent))?.[1] ?? []);
  return names.join(", ") || undefined;
}
