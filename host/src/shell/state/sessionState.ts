/** What is kept under a name: values that JSON can hold. */
export type SessionState = Readonly<Record<string, unknown>>;

const PREFIX = 'state:';

/** For browsers that keep nothing: the page's own life is then the session. */
const withoutStorage = new Map<string, string>();

/** What was kept in this session of the browser's tab, a reload included; empty at first. */
export function readSessionState(name: string): SessionState {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? withoutStorage.get(name) ?? '{}') as SessionState;
  } catch {
    return JSON.parse(withoutStorage.get(name) ?? '{}') as SessionState;
  }
}

export function writeSessionState(name: string, state: SessionState): void {
  const text = JSON.stringify(state);
  try {
    sessionStorage.setItem(PREFIX + name, text);
  } catch {
    withoutStorage.set(name, text);
  }
}
