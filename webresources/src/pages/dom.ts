/** An element with its attributes and children; texts become text nodes, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** The element of the page with this id; a page without it is broken. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page lacks #${id}.`);
  return found as T;
}

export function replaceContent(element: HTMLElement, ...children: readonly (Node | string)[]): void {
  while (element.firstChild) element.removeChild(element.firstChild);
  element.append(...children);
}

/** Escape closes a dialog; inside its frame the app around does not hear the key. */
export function closeOnEscape(): void {
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && window.close());
}

/** Light or dark like the app around the frame, which shows in the colour that the frame itself inherits. */
export function followSurroundings(): void {
  const frame = window.frameElement;
  const around = frame?.ownerDocument.defaultView;
  if (!frame || !around) return;
  const { color, backgroundColor } = around.getComputedStyle(frame);
  const root = document.documentElement;
  root.style.colorScheme = brightnessOf(color) > 0.5 ? 'dark' : 'light';
  if (brightnessOf(backgroundColor) >= 0) root.style.setProperty('--page-background', backgroundColor);
}

/** 0 black to 1 white; negative for what cannot be seen or read. */
function brightnessOf(color: string): number {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return -1;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
