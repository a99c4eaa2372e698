/** Many call themselves Chrome or Safari as well, so that those come last. */
const browsers: [pattern: RegExp, name: string][] = [
  [/\bInstagram\b/, "Instagram"],
  [/\bFB(?:AN|AV|_IAB)\//, "Facebook"],
  [/\bLinkedInApp\b/, "LinkedIn"],
  [/\bMicroMessenger\//, "WeChat"],
  [/\b(?:musical_ly|BytedanceWebview|TikTok)/, "TikTok"],
  [/\bGSA\//, "Google"],
  [/\bSlack(?:_SSB)?\//, "Slack"],
  [/\bEdg(?:e|A|iOS|W)?\//, "Edge"],
  [/\b(?:OPR|OPT|OPX|OPiOS|Opera(?: Mini| Mobi)?)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:DuckDuckGo|Ddg)\//, "DuckDuckGo"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bBrave\//, "Brave"],
  [/\bYaBrowser\//, "Yandex"],
  [/\bUCBrowser\//, "UC Browser"],
  [/\bHuaweiBrowser\//, "Huawei Browser"],
  [/\bMiuiBrowser\//, "Mi Browser"],
  [/\bSilk\//, "Silk"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Headless)?(?:Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [pattern: RegExp, name: string][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** By what a person knows a device again: `Firefox, Linux`. Undefined where the browser does not say. */
export function deviceName(userAgent = ""): string | undefined {
  const agent = userAgent.slice(0, 500);
  const names = [browsers, systems].flatMap((table) => table.find(([pattern]) => pattern.test(agent))?.[1] ?? []);
  return names.join(", ") || undefined;
}
