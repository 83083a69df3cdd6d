/**
 * Messages between a form's script and the pages on it. On the platform both are frames of the app's window and have
 * no other way to each other, so a message goes to every window of this tab; who is meant is in its name.
 */
interface Message {
  readonly bblChannel: string;
  readonly body: unknown;
}

/** Frames inside frames further down than this are not ours. */
const DEPTH_MAX = 3;

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && 'bblChannel' in data;
}

function deliver(target: Window, message: Message, depth: number): void {
  // Frames of other origins drop out here: the browser delivers to ours alone.
  target.postMessage(message, window.location.origin);
  for (let frame = 0; depth < DEPTH_MAX && frame < target.length; frame += 1) {
    const inner = target[frame];
    if (inner) deliver(inner, message, depth + 1);
  }
}

/** Sends `body` to everybody in this tab who listens to the channel. */
export function send(channel: string, body: unknown): void {
  deliver(window.parent, { bblChannel: channel, body }, 0);
}

/** Hears the messages of a channel until the returned function is called. */
export function listen<T>(channel: string, hear: (body: T) => void): () => void {
  const onMessage = ({ origin, data }: MessageEvent<unknown>): void => {
    if (origin === window.location.origin && isMessage(data) && data.bblChannel === channel) hear(data.body as T);
  };
  window.addEventListener('message', onMessage);
  return () => window.removeEventListener('message', onMessage);
}

/** The form's end of a page: what the page shows now, and what it asks for. */
export interface PageLink<Shown> {
  show(shown: Shown): void;
  /** Hears the page no longer; what is shown later reaches nobody. */
  close(): void;
}

/** Links of the forms opened last, by page: a form that was left must not answer for the one on the screen. */
const open = new Map<string, () => void>();

/**
 * Connects a form with a page on it. The page asks when it is there; it then gets what was shown last, and every change.
 * @param onRequest what else the page asks for
 */
export function linkPage<Shown, Request = never>(
  page: string,
  onRequest: (request: Request) => void = () => undefined,
): PageLink<Shown> {
  let shown: Shown | undefined;
  const answer = (): void => {
    if (shown !== undefined) send(`${page}.shown`, shown);
  };
  open.get(page)?.();
  const stops = [listen(`${page}.asks`, answer), listen<Request>(`${page}.request`, onRequest)];
  const close = (): void => stops.forEach((stop) => stop());
  open.set(page, close);
  return {
    close,
    show(next) {
      shown = next;
      answer();
    },
  };
}

/** The page's end: draws what the form shows, now and on every change. Returns how the page asks for something. */
export function followForm<Shown, Request = never>(
  page: string,
  draw: (shown: Shown) => void,
): (request: Request) => void {
  listen<Shown>(`${page}.shown`, draw);
  send(`${page}.asks`, null);
  return (request) => send(`${page}.request`, request);
}
