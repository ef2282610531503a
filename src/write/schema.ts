/** The JSON Schema of `gouji-report/1`, generated from the definition in `report/report.ts`. */
import * as z from 'zod/mini';
import { reportSchema } from '../report/report';
import { reportFormat } from '../report/reportFormat';

/** JSON Schema (draft 2020-12) as text, ending in a newline. */
export const writeReportSchema = (): string =>
  `${JSON.stringify({ $id: `urn:${reportFormat.replace('/', ':')}`, title: reportFormat, ...z.toJSONSchema(reportSchema) }, null, 2)}\n`;
