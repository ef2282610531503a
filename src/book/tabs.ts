/** The sheets of a workbook as a list with names: what may be a name, and what renaming or deleting does to formulas. */
import { mapReferences } from './formulas/formula';
import { Refusal } from './refusal';
import { mapRuleFormulas } from './changes/shift';
import { mapCells, usedRange, type Sheet, type Workbook } from './sheet';
import { formulaOf } from './formulas/value';

const maxNameLength = 31;

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isTaken = ({ sheets }: Workbook, name: string): boolean => sheets.some((sheet) => sameName(sheet.name, name));

/** Throws `Refusal` where a sheet cannot be called so. */
export function demandFreeName(workbook: Workbook, name: string): void {
  const bad = name === '' || name.length > maxNameLength || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name);
  if (bad) throw new Refusal('invalid', `${name} cannot be the name of a sheet`);
  if (isTaken(workbook, name)) throw new Refusal('exists', `there is a sheet ${name} already`);
}

/** Sheet2, Sheet3 … */
export function freeName(workbook: Workbook): string {
  let number = workbook.sheets.length + 1;
  while (isTaken(workbook, `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

/** The name of a copy: 年报表 (2). */
export function copyName(workbook: Workbook, name: string): string {
  const base = name.replace(/ \(\d+\)$/, '');
  for (let number = 2; ; number += 1) {
    const tail = ` (${number})`;
    const copy = base.slice(0, maxNameLength - tail.length) + tail;
    if (!isTaken(workbook, copy)) return copy;
  }
}

/** Throws `Refusal` where no visible sheet would be left without this one. */
export function demandAnother({ sheets }: Workbook, sheet: Sheet): void {
  if (sheets.some((other) => other !== sheet && other.visibility === 'Visible')) return;
  throw new Refusal('lastSheet', 'a workbook must keep at least one visible sheet');
}

export function renamed(workbook: Workbook, sheet: Sheet, name: string): Workbook {
  const next = mapFormulas(workbook, (formula) =>
    mapReferences(formula, (r) => (r.sheet !== null && sameName(r.sheet, sheet.name) ? { ...r, sheet: name } : r)),
  );
  return { ...next, sheets: next.sheets.map((other) => (other.id === sheet.id ? { ...other, name } : other)) };
}

/** References to the sheet become #REF!. */
export function withoutSheet(workbook: Workbook, sheet: Sheet): Workbook {
  const sheets = workbook.sheets.filter((other) => other !== sheet);
  const names = workbook.names.filter((name) => name.scope !== sheet.id);
  return mapFormulas({ sheets, names }, (formula) =>
    mapReferences(formula, (r) => (r.sheet !== null && sameName(r.sheet, sheet.name) ? null : r)),
  );
}

/** Every formula rewritten: of cells, conditional formats, validation and names. */
function mapFormulas(workbook: Workbook, map: (formula: string) => string): Workbook {
  const sheets = workbook.sheets.map((sheet): Sheet => {
    const used = usedRange(sheet, true);
    const next =
      used === null
        ? sheet
        : mapCells(
            sheet,
            used,
            (cell) => {
              const formula = formulaOf(cell.content);
              const mapped = formula === null ? null : map(formula);
              return mapped === null || mapped === formula ? cell : { ...cell, content: { formula: mapped } };
            },
            'existing',
          );
    return {
      ...next,
      conditionalFormats: sheet.conditionalFormats.map((format) => ({ ...format, formula: map(format.formula) })),
      validations: sheet.validations.map((validation) => ({
        ...validation,
        rule: mapRuleFormulas(validation.rule, map),
      })),
    };
  });
  return { sheets, names: workbook.names.map((name) => ({ ...name, formula: map(name.formula) })) };
}
