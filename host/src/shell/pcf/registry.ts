import type { ControlDescription } from '../model/appDescription';
import { findFunction, loadScript, loadStyles } from '../state/scripts';

export type ControlClass = new () => ComponentFramework.ReactControl<ControlInputs, Record<string, unknown>>;
/** A component's parameters by name: a data set, or values. */
export type ControlInputs = Record<string, unknown>;

const registered = new Map<string, ControlClass>();

/** Puts up the globals that component bundles look for: the registration and the platform libraries. */
export function provideComponentFramework(libraries: { readonly React: unknown; readonly Fluent: unknown }): void {
  Object.assign(window, {
    ComponentFramework: {
      registerControl: (name: string, control: ControlClass) => void registered.set(name, control),
    },
    Reactv16: libraries.React,
    FluentUIReactv81211: libraries.Fluent,
  });
}

/**
 * A component's class, with its bundle and style sheets loaded once.
 * @throws Error where the bundle is missing or registers nothing under the manifest's name
 */
export async function loadControl(control: ControlDescription): Promise<ControlClass> {
  const { manifest, folderUrl } = control;
  const fullName = `${manifest.namespace}.${manifest.constructor}`;
  manifest.css.forEach(loadStyles);
  await loadScript(`${folderUrl.replace(/\/$/, '')}/bundle.js`);
  // Without a registration the bundle leaves the class in its namespace.
  return registered.get(fullName) ?? (findFunction(fullName) as unknown as ControlClass);
}
