/** Reports for the tests of the pane. The offices are invented. */
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import type { Report } from '../../src/report/report';
import { filledReport } from '../filled';

/** Every identity holds: nine new applications, one carried in, nine answered, one carried out. */
export function soundReport(year = 2025, unit = '云溪县林业局'): Report {
  const figures = {
    'disclosure.normativeDocuments.issued': 2,
    'disclosure.normativeDocuments.repealed': 1,
    'disclosure.normativeDocuments.inForce': 14,
    'disclosure.licensing.decisions': 118,
    'disclosure.penalties.decisions': 23,
    'disclosure.fees.amount': 36.725,
    'applications.received.person': 8,
    'applications.received.enterprise': 1,
    'applications.received.total': 9,
    'applications.carriedIn.person': 1,
    'applications.carriedIn.total': 1,
    'applications.granted.person': 5,
    'applications.granted.enterprise': 1,
    'applications.granted.total': 6,
    'applications.partlyGranted.person': 1,
    'applications.partlyGranted.total': 1,
    'applications.unavailable.notHeld.person': 2,
    'applications.unavailable.notHeld.total': 2,
    'applications.total.person': 8,
    'applications.total.enterprise': 1,
    'applications.total.total': 9,
    'applications.carriedOut.person': 1,
    'applications.carriedOut.total': 1,
    'review.reconsideration.upheld': 1,
    'review.reconsideration.total': 1,
  };
  const report = filledReport(edition2021, { year, unit, figures });
  report.narrative = {
    overview: [
      `${year}年，${unit}认真贯彻落实《中华人民共和国政府信息公开条例》，围绕林长制、森林防火、退耕还林等重点领域主动公开政府信息，不断提高公开质量。`,
      '全年收到政府信息公开申请9件，上年结转1件，均依法办理。',
      '本报告所列数据的统计期限自1月1日起至12月31日止。',
    ],
    problems: ['主动公开的内容与群众期盼还有差距，个别栏目更新不够及时。下一步将建立栏目责任清单，按月检查更新情况。'],
    other: ['本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。'],
  };
  return report;
}

/** The same with one slip: 三（七）总计 of 自然人 is one short. */
export function brokenReport(year = 2025, unit = '云溪县林业局'): Report {
  const report = soundReport(year, unit);
  report.figures['applications.total.person'] = 7;
  return report;
}

/** A report of the older edition with an amount whose unit nobody knows. */
export function olderReport(): Report {
  const figures = { 'disclosure.procurement.projects': 3, 'disclosure.procurement.amount': 251.4 };
  const report = filledReport(edition2019, { year: 2020, unit: '云溪县水务局', figures });
  report.units['disclosure.procurement.amount'] = 'unknown';
  return report;
}

export { edition2019, edition2021 };
