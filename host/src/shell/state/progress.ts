import { Observable } from './observable';

/** The overlay that blocks the app while a command runs. */
export class Progress extends Observable {
  /** Undefined while nothing is in progress. */
  message: string | undefined;

  /** A second call replaces the text, as on the platform. */
  show(message: string): void {
    this.message = message;
    this.changed();
  }

  close(): void {
    this.message = undefined;
    this.changed();
  }
}
