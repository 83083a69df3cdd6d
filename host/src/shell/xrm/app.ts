import type { Shell } from '../shell';
import { strict } from './strict';

export interface GlobalNotification {
  readonly type: number;
  readonly level: number;
  readonly message: string;
  readonly showCloseButton?: boolean;
  readonly action?: { readonly actionLabel?: string; readonly eventHandler?: () => void };
}

/** `Xrm.App`. */
export function makeApp({ notifications }: Shell) {
  return strict('Xrm.App', {
    addGlobalNotification: async (notification: GlobalNotification): Promise<string> => {
      if (notification.type !== 2) throw new Error('Global notifications must be of type 2 (message bar)');
      const { action } = notification;
      return notifications.add({
        level: notification.level,
        message: notification.message,
        isClosable: notification.showCloseButton === true,
        ...(action ? { action: { label: action.actionLabel ?? 'More', run: action.eventHandler } } : {}),
      });
    },
    clearGlobalNotification: async (id: string): Promise<void> => notifications.remove(id),
  });
}
