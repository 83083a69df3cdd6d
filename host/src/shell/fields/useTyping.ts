import { useState } from 'react';
import type { FormAttribute } from '../form/attribute';

/** What stands in a text box of a field, and how it changes. */
export interface Typing {
  readonly text: string;
  readonly type: (text: string) => void;
  /** The box was left: its text was taken, or refused and stays for the person to correct. */
  readonly leave: () => void;
}

/**
 * The text of a box: the stored value, or what is being typed. Nothing that happens around it, such as a save, a
 * script or the row being read again, takes away what is typed.
 * @param shown the stored value as people read it
 */
export function useTyping(attribute: FormAttribute, shown: string): Typing {
  const [typed, setTyped] = useState<string>();
  const [isTyping, setTyping] = useState(false);
  const isKept = isTyping || attribute.inputError !== undefined;
  return {
    text: isKept && typed !== undefined ? typed : shown,
    type: (text) => {
      setTyped(text);
      setTyping(true);
    },
    leave: () => setTyping(false),
  };
}
