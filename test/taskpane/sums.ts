import { totalFormulas } from '../../src/rules/sums/formula';
import type { TestHost } from './testHost';

/** Makes the totals of the active report plain sums, which show a number though parts are blank. */
export function sumsAsExcelWrites(host: TestHost): void {
  const { active } = host.snapshot();
  if (active === null) throw new Error('no report');
  for (const [id, formula] of totalFormulas(active.located.edition, active.located.cells)) {
    const sum = /SUM\([^)]*\)/u.exec(formula)?.[0];
    if (sum === undefined) throw new Error(`no sum in ${formula}`);
    host.type(id, `=${sum}`);
  }
}
