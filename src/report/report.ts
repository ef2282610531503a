/** The exported form of a report, `gouji-report/1`. This schema is the definition; `docs/` holds what is generated from it. */
import * as z from 'zod/mini';
import { editions } from './editions';
import { reportFormat } from './reportFormat';
import { figuresOf } from './figures';
import type { Edition } from './edition';

const unitKind = z.enum(['government', 'department', 'town', 'street', 'other']);
const unitLevel = z.enum(['national', 'province', 'city', 'county', 'town']);
const paragraphs = z.array(z.string());
const figureValue = z.nullable(z.number());

const schemaOf = (edition: Edition) => {
  const figures = figuresOf(edition);
  const ids = figures.map((figure) => figure.id) as [string, ...string[]];
  const amounts = figures.filter((figure) => figure.unit === 'unprinted').map((figure) => figure.id);
  return z.strictObject({
    format: z.literal(reportFormat),
    edition: z.literal(edition.id),
    year: z.nullable(z.int().check(z.gte(1900), z.lte(9999))),
    unit: z.strictObject({
      name: z.nullable(z.string()),
      creditCode: z.nullable(z.string()),
      kind: z.nullable(unitKind),
      level: z.nullable(unitLevel),
    }),
    figures: z.strictObject(Object.fromEntries(ids.map((id) => [id, figureValue]))),
    units: z.strictObject(
      Object.fromEntries(amounts.map((id) => [id, z.optional(z.enum(['unknown', 'yuan', 'tenThousandYuan']))])),
    ),
    marks: z.partialRecord(
      z.enum(ids),
      z.strictObject({ state: z.enum(['unread', 'printedAsNone', 'unitUnknown']), source: z.nullable(z.string()) }),
    ),
    contact: z.exactOptional(z.string()),
    closing: z.exactOptional(z.strictObject({ unit: z.nullable(z.string()), date: z.nullable(z.iso.date()) })),
    narrative: z.strictObject({ overview: paragraphs, problems: paragraphs, other: paragraphs }),
    explanations: z.array(
      z.strictObject({
        rule: z.string(),
        figures: z.array(z.enum(ids)),
        values: z.partialRecord(z.enum(ids), figureValue),
        text: z.string(),
      }),
    ),
  });
};

/** One variant per edition, told apart by `edition`. */
export const reportSchema = z.discriminatedUnion(
  'edition',
  editions.map(schemaOf) as [ReturnType<typeof schemaOf>, ...ReturnType<typeof schemaOf>[]],
);

export type UnitKind = z.infer<typeof unitKind>;
export type UnitLevel = z.infer<typeof unitLevel>;
export type Report = z.infer<typeof reportSchema>;
export type Mark = NonNullable<Report['marks'][string]>;
export type Explanation = Report['explanations'][number];
