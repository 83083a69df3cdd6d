import type { makeXrm } from './xrm/xrm';

declare global {
  interface Window {
    /** The client API that web resources use. */
    Xrm: ReturnType<typeof makeXrm>;
  }
}
