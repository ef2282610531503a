/** The Excel objects of one workbook with the types that they have. */
import type { Block } from '../../../book/address';
import type { Book } from '../../../book/book';
import type { Sheet } from '../../../book/sheet';
import { conditionalFormatTypes } from './conditionalFormatTypes';
import { Faults } from '../faults';
import { rangeFormat } from './formatTypes';
import { bind, type HostObject } from '../hostObject';
import type { References, Surface } from '../interpreter';
import { ExcelObjects, type AreasTarget } from './objects';
import type { RangeTarget } from './rangeTarget';
import { rangeTypes } from './rangeTypes';
import { serviceTypes } from './serviceTypes';
import { validationType } from './validationType';
import { workbookTypes } from './workbookTypes';
import { worksheetTypes } from './worksheetTypes';

export class WorkbookObjects extends ExcelObjects implements Surface {
  readonly services: Readonly<Record<string, () => HostObject>>;
  private readonly rangeTypes: ReturnType<typeof rangeTypes>;
  private readonly conditionalFormatTypes: ReturnType<typeof conditionalFormatTypes>;
  private readonly validationType: ReturnType<typeof validationType>;
  private readonly worksheetTypes: ReturnType<typeof worksheetTypes>;
  private readonly workbookTypes: ReturnType<typeof workbookTypes>;

  constructor(
    book: Book,
    references: References,
    readonly faults: Faults = new Faults(),
  ) {
    super(book, references);
    this.services = serviceTypes(this);
    this.rangeTypes = rangeTypes(this);
    this.conditionalFormatTypes = conditionalFormatTypes(this);
    this.validationType = validationType(this);
    this.worksheetTypes = worksheetTypes(this);
    this.workbookTypes = workbookTypes(this);
  }

  get root(): HostObject {
    return bind(this.workbookTypes.workbook, this);
  }

  rangeOf(target: RangeTarget): HostObject {
    return bind(this.rangeTypes.range, target);
  }

  areas(sheetId: string, blocks: readonly Block[]): HostObject {
    return bind(this.rangeTypes.areas, { sheetId, blocks });
  }

  rangeCollection(target: AreasTarget): HostObject {
    return bind(this.rangeTypes.collection, target);
  }

  format(range: RangeTarget): HostObject {
    return rangeFormat(this, range);
  }

  worksheet(sheet: Sheet): HostObject {
    return bind(this.worksheetTypes.worksheet, { sheetId: sheet.id });
  }

  worksheets(): HostObject {
    return bind(this.worksheetTypes.collection, this);
  }

  names(scope: string | null): HostObject {
    return bind(this.workbookTypes.names, { scope });
  }

  conditionalFormats(range: RangeTarget): HostObject {
    return bind(this.conditionalFormatTypes.collection, range);
  }

  validation(range: RangeTarget): HostObject {
    return bind(this.validationType, range);
  }
}
