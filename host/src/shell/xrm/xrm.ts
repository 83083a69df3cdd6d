import type { Shell } from '../shell';
import { makeApp } from './app';
import { makeNavigation } from './navigation';
import { strict } from './strict';
import { makeUtility } from './utility';
import { makeWebApi } from './webApi';

/** The client API object that web resources find as `Xrm`. `Xrm.Page` is left out: it is deprecated. */
export function makeXrm(shell: Shell) {
  return strict('Xrm', {
    WebApi: makeWebApi(shell),
    Navigation: makeNavigation(shell),
    Utility: makeUtility(shell),
    App: makeApp(shell),
  });
}
