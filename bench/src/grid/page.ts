import * as Fluent from '@fluentui/react';
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { COLUMNS, contextOf, textsOf } from './dataSet';

/** Runs in the browser: puts up the backlog grid and a bare react-window list over as many rows, in turns. */
const HEIGHT_PX = 800;
const ROW_PX = 36;

/** Its own script, loaded beside this one. */
declare const ReactWindow: {
  readonly FixedSizeList: React.ComponentType<{ height: number; width: number; itemCount: number; itemSize: number }>;
};
type Mount = (container: HTMLElement) => void;

const bareRow = ({ index, style }: { index: number; style: React.CSSProperties }) =>
  React.createElement(
    'div',
    { style: { ...style, display: 'flex' } },
    textsOf(index).map((text, at) => React.createElement('span', { key: at, style: { width: 150 } }, text)),
  );

const bareList =
  (itemCount: number): Mount =>
  (container) => {
    const props = { height: HEIGHT_PX, width: COLUMNS.length * 150, itemCount, itemSize: ROW_PX };
    ReactDOM.render(React.createElement(ReactWindow.FixedSizeList, props, bareRow), container);
  };

interface Control {
  init(context: unknown): void;
  updateView(context: unknown): React.ReactElement;
}
let BacklogGrid: (new () => Control) | undefined;

// What the list and the control that ships look for.
Object.assign(window, {
  React,
  Reactv16: React,
  FluentUIReactv81211: Fluent,
  ComponentFramework: { registerControl: (_name: string, control: new () => Control) => void (BacklogGrid = control) },
});

const backlogGrid =
  (context: unknown): Mount =>
  (container) => {
    if (!BacklogGrid) throw new Error('The control was not loaded.');
    const control = new BacklogGrid();
    control.init(context);
    ReactDOM.render(control.updateView(context), container);
  };

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
/** Resolves once the frame that is being made has been painted. */
const painted = async (): Promise<void> => {
  await nextFrame();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });
};

function freshContainer(): HTMLElement {
  const container = document.body.appendChild(document.createElement('main'));
  container.style.cssText = `height:${HEIGHT_PX}px;width:1200px`;
  return container;
}

/** Puts the thing up, waits for the first paint with rows in it, and takes it down; returns the milliseconds until then. */
async function paintOnce(mount: Mount): Promise<number> {
  const container = freshContainer();
  await painted();
  const startMs = performance.now();
  mount(container);
  await painted();
  const elapsedMs = performance.now() - startMs;
  const isThere = container.textContent?.includes('Milestone 3');
  ReactDOM.unmountComponentAtNode(container);
  container.remove();
  if (!isThere) throw new Error('The first paint shows no rows.');
  return elapsedMs;
}

let grids: Mount | undefined;

/** Rows and their records are the platform's work: they are there before a grid is painted. */
function load(rowCount: number, texts: { readonly [key: string]: string }): void {
  grids = backlogGrid(contextOf(rowCount, texts));
}

const gridOf = (): Mount => {
  if (!grids) throw new Error('There are no rows.');
  return grids;
};

const paintGrid = () => paintOnce(gridOf());
const paintList = (rowCount: number) => paintOnce(bareList(rowCount));

let scrolled: HTMLElement | undefined;

/** Puts up the grid for scrolling. */
async function openGrid(): Promise<void> {
  const container = freshContainer();
  gridOf()(container);
  await painted();
  scrolled = container.querySelector<HTMLElement>('.bbl-scroll') ?? undefined;
}

/** Scrolls by so many pixels a frame; returns how many frames showed no row in the middle. */
async function scroll(frames: number, stepPx: number): Promise<number> {
  if (!scrolled) throw new Error('There is no grid to scroll.');
  const { left, top, height } = scrolled.getBoundingClientRect();
  let blank = 0;
  for (let frame = 0; frame < frames; frame++) {
    scrolled.scrollTop += stepPx;
    await painted();
    const row = document.elementFromPoint(left + 200, top + height / 2)?.closest('[data-row]');
    if (!row?.textContent) blank++;
  }
  return blank;
}

Object.assign(window, { benchGrid: { load, paintGrid, paintList, openGrid, scroll } });
