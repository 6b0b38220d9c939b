/**
 * Headers for every public file. Pages need nothing but their own style sheets, small scripts and the icon, and send
 * forms to their own server alone (subscribing), so all else is refused. `frame-ancestors 'self'` lets the desk show its preview.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    // Pages ask for their own new text, and hear when there is one.
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; "),
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};
