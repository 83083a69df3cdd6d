import { ThemeProvider } from '@fluentui/react';
import React, { useEffect, useMemo, useRef, useState } from 'react';
import { FormPage } from '../form/FormPage';
import { ListPage } from '../list/ListPage';
import { appTitle, firstPlace, pageOf, placeOf, visibleAreas, type Place } from '../model/siteMap';
import type { Page } from '../model/pageUrl';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';
import { DialogHost } from './DialogHost';
import { ErrorBoundary } from './ErrorBoundary';
import { HeaderBar } from './HeaderBar';
import { NotificationBar } from './NotificationBar';
import { ProgressOverlay } from './ProgressOverlay';
import { SiteMapNav } from './SiteMapNav';
import { ANNOUNCEMENT_ID } from './useDocumentTitle';
import { WebResourceFrame } from './WebResourceFrame';

/** Below this width the site map lies over the page instead of beside it. */
const NARROW = '(max-width: 760px)';

/** The whole app: header, site map, page, and what may stand in front of them. */
export function App(): JSX.Element {
  const { model, router, appearance } = useShell();
  useObservable(router);
  useObservable(appearance);
  const areas = useMemo(() => visibleAreas(model), [model]);
  const place = usePlace(areas, router.page);
  const [isNavOpen, setNavOpen] = useState(() => !window.matchMedia(NARROW).matches);
  const closeIfNarrow = (): void => {
    if (window.matchMedia(NARROW).matches) setNavOpen(false);
  };

  useEffect(() => {
    if (router.page.kind !== 'home') return;
    const first = firstPlace(areas);
    if (first) router.replace(pageOf(first.subArea));
  });

  // The window may be made smaller or zoomed later: then the site map does not lie over what one was reading.
  useEffect(() => {
    const narrow = window.matchMedia(NARROW);
    const onChange = ({ matches }: MediaQueryListEvent): void => setNavOpen(!matches);
    narrow.addEventListener('change', onChange);
    return () => narrow.removeEventListener('change', onChange);
  }, []);
  useFocusOnPage(router.page);

  return (
    <ThemeProvider theme={appearance.theme} applyTo="body" className="shell">
      <a className="shell-skip" href="#main">
        Skip to the content
      </a>
      <HeaderBar onToggleNav={() => setNavOpen(!isNavOpen)} />
      <NotificationBar />
      <div className="shell-body">
        <SiteMapNav areas={areas} place={place} isCollapsed={!isNavOpen} onChosen={closeIfNarrow} />
        <main id="main" className="shell-main" tabIndex={-1}>
          {areas.length === 0 ? <NoAccess /> : <PageView page={router.page} visit={router.visit} />}
        </main>
      </div>
      <div id={ANNOUNCEMENT_ID} className="shell-hidden" aria-live="polite" />
      <DialogHost />
      <ProgressOverlay />
    </ThemeProvider>
  );
}

function NoAccess(): JSX.Element {
  const { model } = useShell();
  return (
    <div className="shell-empty" role="alert">
      <h1>{appTitle(model.app)}</h1>
      <p>You have no role that lets you see anything in this app. Ask an administrator, or act as another user.</p>
    </div>
  );
}

/** What had the focus may be gone with the page before: then the new page takes it. */
function useFocusOnPage(page: Page): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true });
  }, [page]);
}

/** The site map entry of the page; it is kept where the page itself does not say which of several. */
function usePlace(areas: Parameters<typeof placeOf>[0], page: Page): Place | undefined {
  const previous = useRef<Place>();
  const place = placeOf(areas, page, previous.current);
  previous.current = place;
  return place;
}

function PageView({ page, visit }: { page: Page; visit: number }): JSX.Element | null {
  switch (page.kind) {
    case 'home':
      return null;
    case 'list':
      return (
        <ErrorBoundary key={`list ${page.table} ${visit}`}>
          <ListPage table={page.table} viewId={page.viewId} keyword={page.keyword} />
        </ErrorBoundary>
      );
    case 'record':
      return (
        <ErrorBoundary key={`record ${page.table} ${page.id ?? 'new'} ${visit}`}>
          <FormPage page={page} />
        </ErrorBoundary>
      );
    case 'webresource':
      return <WebResourceFrame key={page.name} name={page.name} data={page.data} />;
  }
}
