const pending = new Map<string, Promise<void>>();

/**
 * Runs a script once, however often it is asked for. Web resources and components define globals, so they are script
 * elements, not modules.
 * @throws Error when the host does not have it
 */
export function loadScript(url: string): Promise<void> {
  const known = pending.get(url);
  if (known) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    // In the order asked for: a library may rely on the one before it.
    script.async = false;
    script.onload = () => resolve();
    script.onerror = () => {
      pending.delete(url);
      script.remove();
      reject(new Error(`The script ${url} could not be loaded`));
    };
    document.head.appendChild(script);
  });
  pending.set(url, loading);
  return loading;
}

/** Adds a style sheet once. */
export function loadStyles(url: string): void {
  if (document.querySelector(`link[rel="stylesheet"][href="${CSS.escape(url)}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = url;
  document.head.appendChild(link);
}

export type ScriptFunction = (...args: unknown[]) => unknown;

/**
 * A function by its dotted path in the global namespace, bound to the object that holds it.
 * @throws Error when there is none
 */
export function findFunction(path: string): ScriptFunction {
  const parts = path.split('.');
  let owner: unknown = undefined;
  let value: unknown = window;
  for (const part of parts) {
    owner = value;
    value =
      typeof value === 'object' || typeof value === 'function'
        ? (value as Record<string, unknown> | null)?.[part]
        : undefined;
  }
  if (typeof value !== 'function') throw new Error(`There is no function ${path}`);
  return (value as ScriptFunction).bind(owner);
}
