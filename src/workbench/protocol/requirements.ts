/** Which members of the Excel API the stand-in offers: those of the sets that the Excel it plays would have. */
import table from './requirementSets.json';

/** `1.14` and the like; what a member without a set of its own needs is 1.1. */
export class Requirements {
  constructor(
    /** Highest ExcelApi set offered. */
    public excelApi: string,
    /** ExcelApiOnline 1.1, which Excel on the web has beside. */
    public online: boolean,
  ) {}

  /** The set that a member needs: `1.9`, `online`, or the name of a set that no Excel played here has. */
  static setOf(className: string, member: string): string {
    const classes: Readonly<Record<string, Readonly<Record<string, string>>>> = table;
    return classes[className]?.[member] ?? '1.1';
  }

  has(className: string, member: string): boolean {
    const needed = Requirements.setOf(className, member);
    if (needed === 'online') return this.online;
    return /^\d+\.\d+$/.test(needed) && compareSets(needed, this.excelApi) <= 0;
  }

  /** As the host tells the client at the start. */
  matrix(): Readonly<Record<string, string>> {
    return {
      ExcelApi: this.excelApi,
      DelayForCellEdit: '1.1',
      ...(this.online && { ExcelApiOnline: '1.1' }),
      AddinCommands: '1.1',
      CustomXmlParts: '1.1',
      DialogApi: '1.1',
      DocumentEvents: '1.1',
      File: '1.1',
      RibbonApi: '1.1',
      Selection: '1.1',
      Settings: '1.1',
      SharedRuntime: '1.1',
    };
  }
}

/** Order of two sets by number: 1.9 stands before 1.14. */
export function compareSets(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
