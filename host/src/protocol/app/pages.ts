/**
 * What pages of the host may load: their own files only. Styles may stand in the page because Fluent UI writes them
 * there; frames are the HTML web resources.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export const PAGE_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
} as const;

/** Without it browsers ask for /favicon.ico, which nobody has. */
const NO_ICON = '<link rel="icon" href="data:,">';

/** The page that the shell's script fills. */
export const shellPage = (title: string): string =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width, initial-scale=1">' +
  `<title>${escapeHtml(title)}</title>${NO_ICON}<link rel="stylesheet" href="/shell/app.css"></head>` +
  '<body><div id="root"></div><script src="/shell/app.js"></script></body></html>';

/** What a browser without the token sees. */
export const signInPage = (message: string): string =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>No access</title>' +
  `${NO_ICON}</head>` +
  `<body><h1>No access</h1><p>${escapeHtml(message)}</p></body></html>`;

const ESCAPES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
