import { DefaultButton, DirectionalHint, Icon } from '@fluentui/react';
import type { SiteMapArea, SiteMapSubArea } from '@bbl/dataverse/metadata';
import React, { useState } from 'react';
import { firstPlace, pageOf, type Place } from '../model/siteMap';
import type { Page } from '../model/pageUrl';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';
import { MaskIcon } from './MaskIcon';

interface SiteMapNavProps {
  readonly areas: readonly SiteMapArea[];
  readonly place: Place | undefined;
  readonly isCollapsed: boolean;
  /** Called after a choice, so that a site map over the page can get out of the way. */
  readonly onChosen: () => void;
}

/** The site map: home, recent records, the area's groups and entries, and the switch between areas. */
export function SiteMapNav({ areas, place, isCollapsed, onChosen }: SiteMapNavProps): JSX.Element {
  const { router } = useShell();
  const area = place?.area ?? areas[0];
  /** An area shows its first entry, as on the platform: list and site map never belong to different areas. */
  const openArea = (id: string): void => {
    const first = firstPlace(areas.filter((candidate) => candidate.id === id));
    if (first) void router.open(pageOf(first.subArea));
  };
  return (
    <nav className={isCollapsed ? 'shell-nav shell-nav-collapsed' : 'shell-nav'} aria-label="Site map">
      <div className="shell-nav-scroll">
        <ul className="shell-nav-list">
          <li>
            <NavLink
              icon={<Icon iconName="Home" />}
              title="Home"
              page={{ kind: 'home' }}
              isCurrent={false}
              onChosen={onChosen}
            />
          </li>
          {!isCollapsed && <RecentGroup onChosen={onChosen} />}
        </ul>
        {area?.groups.map((group) => (
          <section key={group.id} className="shell-nav-group" aria-labelledby={`nav-${group.id}`}>
            <h2 id={`nav-${group.id}`}>{group.title}</h2>
            <ul className="shell-nav-list">
              {group.subAreas.map((subArea) => (
                <li key={subArea.id}>
                  <NavLink
                    icon={<SubAreaIcon subArea={subArea} />}
                    title={subArea.title}
                    page={pageOf(subArea)}
                    isCurrent={subArea.id === place?.subArea.id}
                    onChosen={onChosen}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {area && areas.length > 1 && (
        <AreaSwitch areas={areas} area={area} isCollapsed={isCollapsed} onChoose={openArea} />
      )}
    </nav>
  );
}

interface NavLinkProps {
  readonly icon: JSX.Element;
  readonly title: string;
  readonly page: Page;
  readonly isCurrent: boolean;
  readonly onChosen: () => void;
}

function NavLink({ icon, title, page, isCurrent, onChosen }: NavLinkProps): JSX.Element {
  const { router } = useShell();
  return (
    <a
      className="shell-nav-link"
      href={router.href(page)}
      title={title}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        // The browser's own ways to a new tab stay.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onChosen();
        void router.open(page);
      }}
    >
      <span className="shell-nav-icon">{icon}</span>
      <span className="shell-nav-text">{title}</span>
    </a>
  );
}

function RecentGroup({ onChosen }: { onChosen: () => void }): JSX.Element {
  const { recent, model } = useShell();
  const [isOpen, setOpen] = useState(false);
  useObservable(recent);
  const items = recent.items.filter((item) => model.findTable(item.table));
  return (
    <li>
      <button type="button" className="shell-nav-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="shell-nav-icon">
          <Icon iconName="Recent" />
        </span>
        <span className="shell-nav-text">Recent</span>
        <Icon iconName={isOpen ? 'ChevronUp' : 'ChevronDown'} className="shell-nav-chevron" />
      </button>
      {isOpen && (
        <ul className="shell-nav-list shell-nav-nested">
          {items.length === 0 && <li className="shell-nav-empty">Nothing opened yet.</li>}
          {items.map((item) => (
            <li key={item.id}>
              <NavLink
                icon={<Icon iconName="Page" />}
                title={item.name || '(No name)'}
                page={{ kind: 'record', table: item.table, id: item.id }}
                isCurrent={false}
                onChosen={onChosen}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The entry's own picture as a mask, so that it takes the text's colour in light and dark. */
function SubAreaIcon({ subArea }: { subArea: SiteMapSubArea }): JSX.Element {
  const { model } = useShell();
  if (!subArea.icon || !/\.svg$/i.test(subArea.icon)) return <Icon iconName="Table" />;
  return <MaskIcon url={model.webResourceUrl(subArea.icon)} />;
}

interface AreaSwitchProps {
  readonly areas: readonly SiteMapArea[];
  readonly area: SiteMapArea;
  readonly isCollapsed: boolean;
  readonly onChoose: (id: string) => void;
}

function AreaSwitch({ areas, area, isCollapsed, onChoose }: AreaSwitchProps): JSX.Element {
  return (
    <DefaultButton
      className="shell-area"
      title="Change area"
      {...(isCollapsed ? { ariaLabel: area.title } : {})}
      menuIconProps={{ iconName: isCollapsed ? 'ChevronUp' : 'ChevronUnfold10' }}
      menuProps={{
        directionalHint: DirectionalHint.topLeftEdge,
        items: areas.map(({ id, title }) => ({
          key: id,
          text: title,
          canCheck: true,
          checked: id === area.id,
          onClick: () => onChoose(id),
        })),
      }}
    >
      <span className="shell-area-letter" aria-hidden="true">
        {area.title.charAt(0)}
      </span>
      {!isCollapsed && <span className="shell-area-title">{area.title}</span>}
    </DefaultButton>
  );
}
