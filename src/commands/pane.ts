/** Starts the pane on Excel. The page has made sure before that this engine and this Excel can run it. */
import { createExcelHost } from '../excel/host';
import { renderPane, startViewOf, viewsInAdvance } from '../taskpane/pane';

const element = document.getElementById('pane');
if (element !== null) void renderPane(createExcelHost(viewsInAdvance), element, startViewOf(window.location.search));
