import { pageHref, parsePage, type Page } from '../model/pageUrl';
import { Observable } from './observable';

/** Stands before a page that would lose something when it is left. */
export interface LeaveGuard {
  readonly isNeeded: () => boolean;
  /** Resolves to false to stay. */
  readonly ask: () => Promise<boolean>;
}

interface Entry {
  readonly page: Page;
  /** Counts up with every step forward, so that a step back is recognised. */
  readonly position: number;
}

/** The page on show and the browser's history, in step with each other. */
export class Router extends Observable {
  page: Page;
  /** Grows when the page on show is opened once more: it starts afresh. */
  visit = 0;
  private position: number;
  private guard: LeaveGuard | undefined;
  /** The next step of the browser leads back to the page that asks whether it may be left. */
  private isReturning = false;
  /** The next step of the browser has been asked for and agreed to. */
  private isAgreed = false;

  constructor(private readonly appName: string) {
    super();
    const entry = readEntry(history.state);
    this.page = entry?.page ?? parsePage(location.pathname + location.search);
    this.position = entry?.position ?? 0;
    this.replaceEntry();
    window.addEventListener('popstate', (event) => void this.onPopState(event));
  }

  href(page: Page): string {
    return pageHref(page, this.appName);
  }

  /** Whether there is a page of this app to go back to. */
  get canGoBack(): boolean {
    return this.position > 0;
  }

  /** One page at a time has a guard; the returned function removes it. */
  setGuard(guard: LeaveGuard): () => void {
    this.guard = guard;
    return () => {
      if (this.guard === guard) this.guard = undefined;
    };
  }

  /** Shows a page as a new step. Returns false when the guard keeps the present one. */
  async open(page: Page): Promise<boolean> {
    if (!(await this.mayLeave())) return false;
    if (this.href(page) === this.href(this.page)) {
      this.visit += 1;
      this.replace(page);
      return true;
    }
    this.position += 1;
    this.page = page;
    history.pushState(this.entry(), '', this.href(page));
    this.changed();
    return true;
  }

  /** Shows a page in place of the present step: the record that was just created, the entry that home stands for. */
  replace(page: Page): void {
    this.page = page;
    this.replaceEntry();
    this.changed();
  }

  /** The previous page, or `fallback` where this is the first. */
  async back(fallback: Page): Promise<void> {
    if (!this.canGoBack) {
      if (await this.mayLeave()) this.replace(fallback);
      return;
    }
    history.back();
  }

  async mayLeave(): Promise<boolean> {
    return !this.guard?.isNeeded() || (await this.guard.ask());
  }

  private async onPopState(event: PopStateEvent): Promise<void> {
    if (this.isReturning) {
      this.isReturning = false;
      return;
    }
    const entry = readEntry(event.state);
    if (!entry) {
      // A link within the page, such as the one to the content: the page stays.
      this.position += 1;
      this.replaceEntry();
      return;
    }
    if (!this.isAgreed && this.guard?.isNeeded()) return this.askBack(entry.position - this.position);
    this.isAgreed = false;
    this.page = entry.page;
    this.position = entry.position;
    this.changed();
  }

  /** The browser has moved already: while it is asked, the address is that of the page on show. */
  private async askBack(steps: number): Promise<void> {
    this.isReturning = true;
    history.go(-steps);
    if (!(await this.mayLeave())) return;
    this.isAgreed = true;
    history.go(steps);
  }

  private entry(): Entry {
    return { page: this.page, position: this.position };
  }

  private replaceEntry(): void {
    history.replaceState(this.entry(), '', this.page.kind === 'home' ? location.href : this.href(this.page));
  }
}

function readEntry(state: unknown): Entry | undefined {
  return typeof state === 'object' && state !== null && 'page' in state && 'position' in state
    ? (state as Entry)
    : undefined;
}
