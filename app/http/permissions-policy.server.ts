import type { RequestHandler } from "express";

/** What no page of ours asks a device for, nor anything that is shown in one. */
const unused = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "sync-xhr",
  "usb",
  "xr-spatial-tracking",
];

const policy = unused.map((name) => `${name}=()`).join(", ");

/** Sets the header Permissions-Policy, which Helmet does not. */
export const permissionsPolicy: RequestHandler = (_request, response, next) => {
  response.setHeader("Permissions-Policy", policy);
  next();
};
