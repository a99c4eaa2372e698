import { expect, test } from "vitest";
import { deviceName } from "~/http/device-name";

const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
const linux = "Mozilla/5.0 (X11; Linux x86_64)";
const android = "Mozilla/5.0 (Linux; Android 14; SM-S918B)";
const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ipad = "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const blink = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`${linux} ${blink} Chrome/131.0.0.0 Safari/537.36`, "Chrome, Linux"],
  [`${linux} ${blink} HeadlessChrome/131.0.6778.33 Safari/537.36`, "Chrome, Linux"],
  [`${linux} ${blink} Ubuntu Chromium/80.0 HeadlessChromium/80.0 Safari/537.36`, "Chrome, Linux"],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Chrome/131.0.0.0 Safari/537.36`, "Chrome, ChromeOS"],
  [`${android} ${blink} Chrome/131.0.0.0 Mobile Safari/537.36`, "Chrome, Android"],
  [`${iphone} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`, "Chrome, iOS"],
  [`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15`, "Safari, macOS"],
  [`${ipad} Version/18.1 Mobile/15E148 Safari/604.1`, "Safari, iOS"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox, Linux"],
  ["Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", "Firefox, Android"],
  [`${iphone} FxiOS/132.0 Mobile/15E148 Safari/605.1.15`, "Firefox, iOS"],
  [`${windows} ${blink} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, "Edge, Windows"],
  [`${windows} ${blink} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`, "Edge, Windows"],
  [`${android} ${blink} Chrome/131.0.0.0 Mobile Safari/537.36 EdgA/131.0.0.0`, "Edge, Android"],
  [`${iphone} Version/18.0 EdgiOS/131.0.2903.48 Mobile/15E148 Safari/604.1`, "Edge, iOS"],
  [`${mac} ${blink} Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0`, "Opera, macOS"],
  [`${iphone} Version/18.1 Mobile/15E148 Safari/604.1 OPT/5.2.0`, "Opera, iOS"],
  ["Opera/9.80 (Android; Opera Mini/36.2.2254/191.303; U; en) Presto/2.12.423 Version/12.16", "Opera, Android"],
  [`${android} ${blink} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`, "Samsung Internet, Android"],
  [`${android} ${blink} Version/4.0 Chrome/131.0.0.0 Mobile DuckDuckGo/5 Safari/537.36`, "DuckDuckGo, Android"],
  [`${iphone} Version/18.1 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`, "DuckDuckGo, iOS"],
  [`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15 Ddg/18.1`, "DuckDuckGo, macOS"],
  [`${windows} ${blink} Chrome/130.0.0.0 Safari/537.36 Vivaldi/7.0.3495.11`, "Vivaldi, Windows"],
  [`${windows} ${blink} Chrome/128.0.0.0 YaBrowser/24.10.0.0 Safari/537.36`, "Yandex, Windows"],
  [`${android} ${blink} Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.6 Mobile Safari/537.36`, "UC Browser, Android"],
  [`${android} ${blink} Chrome/114.0.5735.196 HuaweiBrowser/15.0 Mobile Safari/537.36`, "Huawei Browser, Android"],
  [`${android} ${blink} Version/4.0 Chrome/112.0 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.19`, "Mi Browser, Android"],
  [`${android} ${blink} Silk/130.4.1 like Chrome/130.0.6723.102 Safari/537.36`, "Silk, Android"],
  [`${iphone} GSA/343.0.6951 Mobile/15E148 Safari/604.1`, "Google, iOS"],
  [`${iphone} Mobile/22B83 [FBAN/FBIOS;FBAV/488.0.0.70.103;FBDV/iPhone14,7;FBSN/iOS]`, "Facebook, iOS"],
  [`${android} ${blink} Version/4.0 Chrome/131.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/490.0;]`, "Facebook, Android"],
  [`${iphone} Mobile/22B83 Instagram 357.0.4.28.79 (iPhone14,7; iOS 18_1; en_US)`, "Instagram, iOS"],
  [`${iphone} Mobile/15E148 [LinkedInApp]/9.30.2152`, "LinkedIn, iOS"],
  [`${iphone} Mobile/15E148 MicroMessenger/8.0.53(0x18003531) NetType/WIFI Language/en`, "WeChat, iOS"],
  [
    `${android} ${blink} Version/4.0 Chrome/131.0 Mobile Safari/537.36 musical_ly_2023 BytedanceWebview/d8a21`,
    "TikTok, Android",
  ],
  [`${mac} ${blink} Chrome/130.0.0.0 Electron/33.0.1 Safari/537.36 Slack_SSB/4.41.96`, "Slack, macOS"],
  [`${iphone} Mobile/15E148`, "iOS"],
  ["curl/8.10.1", undefined],
  ["", undefined],
  [undefined, undefined],
])("%s is %s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
