/** What a component asked to be kept for it: values that JSON can hold. */
export type ControlState = ComponentFramework.Dictionary;

const PREFIX = 'controlState:';

/** For browsers that keep nothing: the page's own life is then the session. */
const withoutStorage = new Map<string, string>();

/** The state that a component in this place left in this session, as `init` gets it; empty at first. */
export function readControlState(place: string): ControlState {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + place) ?? withoutStorage.get(place) ?? '{}') as ControlState;
  } catch {
    return JSON.parse(withoutStorage.get(place) ?? '{}') as ControlState;
  }
}

/** `mode.setControlState`: kept for the session of the browser's tab, through a reload too. Returns whether it is. */
export function writeControlState(place: string, state: ControlState): boolean {
  const text = JSON.stringify(state);
  try {
    sessionStorage.setItem(PREFIX + place, text);
  } catch {
    withoutStorage.set(place, text);
  }
  return true;
}
