/** The pane on a workbook in memory, for the tests in a browser. They steer it through `window.pane`. */
import { renderPane, viewsInAdvance } from '../../../src/taskpane/pane';
import type { InsertRequest } from '../../../src/host/host';
import type { Language } from '../../../src/report/language';
import type { Report } from '../../../src/report/report';
import { plainText } from '../../../src/taskpane/text/plainText';
import { writeHtml } from '../../../src/write/html/html';
import { testHost, type TestHost } from '../testHost';
import { brokenReport, edition2019, edition2021, olderReport, soundReport } from '../samples';

export interface TestPane {
  readonly host: TestHost;
  readonly samples: {
    readonly sound: (year?: number, unit?: string) => Report;
    readonly broken: () => Report;
    readonly older: () => Report;
  };
  /** Inserts a report as it would be read in. */
  insert(report: Report, totals?: InsertRequest['totals']): Promise<void>;
  insertBlank(): Promise<void>;
  /** What `readSheet` finds in a workbook of a collection; `null`: Excel is busy. */
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>> | null;
  render(): void;
  plainText(report: Report): string;
  html(report: Report): string;
}

declare global {
  interface Window {
    pane: TestPane;
  }
}

const query = new URLSearchParams(window.location.search);
const language: Language = query.get('lang') === 'en' ? 'en' : 'zh';
const host: TestHost = {
  ...testHost(language, query.has('dark')),
  ...(query.has('county') && {
    readSheet: (name) =>
      window.pane.sheets === null
        ? Promise.reject(new Error('busy'))
        : Promise.resolve(window.pane.sheets[name] ?? null),
  }),
};

window.pane = {
  host,
  sheets: null,
  samples: { sound: soundReport, broken: brokenReport, older: olderReport },
  insert: async (report, totals = 'typed') => {
    const edition = report.edition === '2019' ? edition2019 : edition2021;
    await host.insert({ edition, year: report.year, unit: report.unit.name, totals, report });
  },
  insertBlank: async () => {
    await host.insert({ edition: edition2021, year: 2025, unit: '云溪县林业局', totals: 'typed', report: null });
  },
  render: () => {
    const element = document.getElementById('pane');
    // As in Excel, where what is shown of a report is loaded with what finds it.
    if (element !== null) void viewsInAdvance().then(() => renderPane(host, element));
  },
  plainText,
  html: (report) => writeHtml(report),
};
