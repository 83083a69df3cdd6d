import { describeCheck } from '../testing';
import { checkPages } from './pages';

const PAGE = 'WebResources/bbl_/pages/results.html';
const page = (body: string) => ({ file: PAGE, to: `<!doctype html><html><body>${body}</body></html>` });

describeCheck(checkPages, [
  {
    name: 'A page with a script of the solution',
    changes: [page('<script src="../js/forms.js"></script>')],
    finds: [],
  },
  {
    name: 'A page with code of its own',
    changes: [page('<script>go()</script><p onclick="go()">Go</p>')],
    finds: [
      ['page-scripts', 'it holds a script'],
      ['page-scripts', 'it holds an event handler'],
    ],
  },
  {
    name: 'A page that loads from elsewhere, or what is not there',
    changes: [page('<script src="https://cdn.example.com/x.js"></script><link href="none.css" />')],
    finds: [
      ['page-sources', 'https://cdn.example.com/x.js is no web resource'],
      ['page-sources', 'none.css is no web resource'],
    ],
  },
]);
