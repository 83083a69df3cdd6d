import type { ControlBinding } from '../metadata';
import { children, requiredAttribute, type XmlElement } from './xml';

/**
 * The code component of a `<controlDescription>` (platform.md 1.13), or undefined when it names none. The same
 * binding stands there once a form factor; the first speaks for all (the lint compares them).
 */
export function readControlBinding(description: XmlElement): ControlBinding | undefined {
  const named = children(description, 'customControl').find((control) => control.attributes['name'] !== undefined);
  if (!named) return undefined;
  const parameters = children(named, 'parameters')
    .flatMap((list) => list.children)
    .filter((parameter) => parameter.name !== 'data-set')
    .map((parameter) => [
      parameter.name,
      { value: parameter.text, isStatic: parameter.attributes['static'] === 'true' },
    ]);
  return {
    control: requiredAttribute(named, 'name'),
    parameters: Object.fromEntries(parameters) as ControlBinding['parameters'],
  };
}
