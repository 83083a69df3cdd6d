import { Observable } from './observable';

/** Levels of the client API. */
export const NotificationLevel = { Success: 1, Error: 2, Warning: 3, Information: 4 } as const;

export interface Notification {
  readonly id: string;
  readonly level: number;
  readonly message: string;
  readonly isClosable: boolean;
  readonly action?: { readonly label: string; readonly run: (() => void) | undefined };
}

/** Messages below the header, whatever page is open. */
export class Notifications extends Observable {
  items: readonly Notification[] = [];
  private count = 0;

  add(notification: Omit<Notification, 'id'>): string {
    this.count += 1;
    const id = `notification-${this.count}`;
    this.items = [...this.items, { ...notification, id }];
    this.changed();
    return id;
  }

  remove(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
    this.changed();
  }
}
