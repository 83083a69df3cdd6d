import { followForm } from '../ui/tabChannel';
import { byId, followSurroundings, make, replaceContent } from './dom';
import { RUN_DATES_PAGE, type RunDatesShown } from './shown';

/** The next run dates on the form of an invoice frequency; a hint while there are none. */
function draw({ intro, dates }: RunDatesShown): void {
  byId('intro').textContent = intro;
  replaceContent(byId('dates'), ...dates.map((date) => make('li', {}, date)));
}

followSurroundings();
followForm<RunDatesShown>(RUN_DATES_PAGE, draw);
