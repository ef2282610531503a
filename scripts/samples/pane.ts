/** An add-in that does nothing but put a report into the workbook, as the product does, when the page around it asks. */
import { insertReport } from '../../src/excel/template';
import { sampleReports } from './reports';

declare global {
  interface Window {
    insertSample: (name: keyof typeof sampleReports) => Promise<string>;
  }
}

await Office.onReady();
window.insertSample = async (name) => {
  const { edition, totals, report } = sampleReports[name];
  const result = await insertReport(
    { edition, totals, report, year: report.year, unit: report.unit.name },
    'zh',
    () => undefined,
  );
  return result.ok ? result.sheet : Promise.reject(new Error(`${result.reason} ${result.detail}`));
};
