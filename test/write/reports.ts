/** Arbitrary reports of an edition: any figures, blanks among them. */
import * as fc from 'fast-check';
import type { Edition, FigureKind } from '../../src/report/edition';
import { figuresOf } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import type { Report } from '../../src/report/report';

const values: Readonly<Record<FigureKind, fc.Arbitrary<number | null>>> = {
  count: fc.option(fc.oneof(fc.nat(9), fc.nat(99_999_999))),
  change: fc.option(fc.integer({ min: -9999, max: 9999 })),
  amount: fc.option(fc.nat(10 ** 12).map((millionths) => millionths / 10 ** 6)),
};

const text = fc.array(fc.constantFrom('全年收到申请47件。', '（一）主动公开', '无。', '"引号", 逗号', '<b>&'), {
  maxLength: 4,
});

export const anyReport = (edition: Edition): fc.Arbitrary<Report> => {
  const figures = figuresOf(edition);
  const unprinted = figures.filter((figure) => figure.unit === 'unprinted');
  return fc
    .record({
      figures: fc.record(Object.fromEntries(figures.map((figure) => [figure.id, values[figure.kind]]))),
      units: fc.record(
        Object.fromEntries(
          unprinted.map(({ id }) => [
            id,
            fc.constantFrom('unknown' as const, 'yuan' as const, 'tenThousandYuan' as const),
          ]),
        ),
        { requiredKeys: [] },
      ),
      narrative: fc.record({ overview: text, problems: text, other: text }),
      closing: fc.option(
        fc.record({
          unit: fc.option(fc.constantFrom('云溪县林业局办公室', '青石镇人民政府')),
          date: fc.option(fc.constantFrom('2026-01-20', '2026-12-01')),
        }),
        { nil: undefined },
      ),
      year: fc.option(fc.integer({ min: 2019, max: 2030 })),
      name: fc.option(fc.constantFrom('云溪县林业局', '云溪县人民政府', '"青石"镇 <人民> 政府')),
    })
    .map(({ name, closing, ...rest }) => ({
      ...emptyReport(edition, null, name),
      ...rest,
      ...(closing === undefined ? {} : { closing }),
    }));
};
