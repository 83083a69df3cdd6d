declare global {
  interface Window {
    Bbl?: { readonly [part: string]: unknown };
  }
}

/** Adds a part to the page's global `Bbl`, where ribbons and forms find functions by name. Bundles load in any order. */
export function publish(part: 'Commands' | 'Forms', functions: { readonly [name: string]: unknown }): void {
  window.Bbl = { ...window.Bbl, [part]: functions };
}
