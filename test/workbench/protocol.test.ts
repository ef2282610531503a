/** The stand-in's side of the protocol, without a browser: batches written by hand as the client library writes them. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { Book } from '../../src/book/book';
import type { Action, BatchResult, ObjectPath } from '../../src/workbench/protocol/batch';
import { ExcelHost, wireErrors, type WireReply } from '../../src/workbench/protocol/excelHost';
import { Faults } from '../../src/workbench/protocol/faults';
import type { Json } from '../../src/workbench/protocol/hostObject';
import { compareSets, Requirements } from '../../src/workbench/protocol/requirements';
import { ManualTime } from '../../src/workbench/protocol/scheduler';

interface Setting {
  readonly book: Book;
  readonly host: ExcelHost;
  readonly faults: Faults;
  readonly time: ManualTime;
  readonly raised: { readonly name: string; readonly data: Json }[];
}

function setUp(excelApi = '1.14'): Setting {
  const book = new Book();
  const faults = new Faults();
  const time = new ManualTime();
  const raised: { name: string; data: Json }[] = [];
  const host = new ExcelHost({
    book,
    requirements: new Requirements(excelApi, false),
    faults,
    scheduler: time,
    raise: (name, data) => raised.push({ name, data }),
  });
  return { book, host, faults, time, raised };
}

type PathStep = readonly [kind: 'property' | 'method' | 'indexer', name: string, ...args: Json[]];

/** A batch over one chain of objects from the workbook; `act` gets the id of the last. */
function batchOf(chain: readonly PathStep[], act: (path: number) => Omit<Action, 'Id'>[]): string {
  const types = { property: 4, method: 3, indexer: 5 };
  const paths: Record<string, ObjectPath> = { 1: { Id: 1, ObjectPathType: 1, Name: '' } };
  chain.forEach(([kind, name, ...args], i) => {
    const id = i + 2;
    paths[id] = {
      Id: id,
      ObjectPathType: types[kind],
      Name: name,
      ParentObjectPathId: id - 1,
      ArgumentInfo: { Arguments: args },
    };
  });
  const actions = act(chain.length + 1).map((action, i) => ({ ...action, Id: 100 + i }));
  return JSON.stringify({ AutoKeepReference: true, Actions: actions, ObjectPaths: paths });
}

const call = (body: string, flags = 0): Json => ({
  ArrayData: ['', 'POST', 'ProcessQuery', [], body, 0, flags, ''],
  DdaMethod: { ControlId: 'app', Version: 1, DispatchId: 93 },
});

function send(
  { host, time }: Setting,
  body: string,
  flags = 0,
): { reply: WireReply | null; result: BatchResult | null } {
  let reply: WireReply | null = null;
  host.execute(call(body, flags), (answer) => {
    reply = answer;
  });
  time.advance(0);
  return { reply, result: resultOf(reply) };
}

const resultOf = (reply: WireReply | null): BatchResult | null => {
  const data = reply?.Data;
  const text = Array.isArray(data) ? (data[2] as Json) : null;
  return typeof text === 'string' ? (JSON.parse(text) as BatchResult) : null;
};

const activeRange = (address: string): PathStep[] => [
  ['property', 'Worksheets'],
  ['method', 'GetActiveWorksheet'],
  ['method', 'GetRange', address],
];
const write = (address: string, values: Json): string =>
  batchOf(activeRange(address), (path) => [
    { ActionType: 4, Name: 'Values', ObjectPathId: path, ArgumentInfo: { Arguments: [values] } },
  ]);
const read = (address: string, ...select: string[]): string =>
  batchOf(activeRange(address), (path) => [{ ActionType: 2, ObjectPathId: path, QueryInfo: { Select: select } }]);
const register = (name: string): string =>
  batchOf([['property', 'Worksheets']], (path) => [
    { ActionType: 3, Name: name, ObjectPathId: path, ArgumentInfo: { Arguments: [] } },
  ]);

describe('the table of requirement sets', () => {
  it('is the one that the client library carries', () => {
    const script = new URL('../../scripts/extract-requirement-sets.mjs', import.meta.url).pathname;
    expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8', timeout: 90_000 })).toMatch(
      /^\d+ classes/,
    );
    expect(Requirements.setOf('WorksheetCollection', '_RegisterDataChangedEvent')).toBe('1.9');
    expect(Requirements.setOf('Range', 'Values')).toBe('1.1');
  });
});

describe('a batch', () => {
  it('leaves what null stands for unchanged, reads strings as en-US, and answers errors as their text', () => {
    const at = setUp();
    at.book.pasteText('Sheet1', 'A1', '1\t2');
    send(at, write('A1:C1', [[null, '1,000', '=1/0']]));
    const { result } = send(at, read('A1:C1', 'values', 'valueTypes'));
    expect(result?.Results[0]?.Value).toEqual({
      Values: [[1, 1000, '#DIV/0!']],
      ValueTypes: [['Double', 'Double', 'Error']],
    });
  });

  it('stops at the first action that fails; what came before stays', () => {
    const at = setUp();
    const body = batchOf(activeRange('A1'), (path) => [
      { ActionType: 4, Name: 'Values', ObjectPathId: path, ArgumentInfo: { Arguments: [[[5]]] } },
      { ActionType: 4, Name: 'Values', ObjectPathId: path, ArgumentInfo: { Arguments: [[[1, 2]]] } },
      { ActionType: 4, Name: 'Values', ObjectPathId: path, ArgumentInfo: { Arguments: [[[6]]] } },
    ]);
    const { result } = send(at, body);
    expect(result?.Error).toMatchObject({ Code: 'InvalidArgument', ActionIndex: 1 });
    expect(at.book.values('Sheet1', 'A1')).toEqual([[5]]);
  });

  it('says what it does not have, and writes it down', () => {
    const at = setUp();
    const { result } = send(
      at,
      batchOf(activeRange('A1'), (path) => [{ ActionType: 3, Name: 'GetImage', ObjectPathId: path }]),
    );
    expect(result?.Error?.Code).toBe('ApiNotFound');
    expect(result?.Error?.Message).toBe('the stand-in does not implement Range.GetImage');
    expect([...at.host.interpreter.missing]).toEqual(['Range.GetImage']);
  });

  it('has no members of sets above the one that is offered', () => {
    const body = batchOf(activeRange('A1'), (path) => [
      { ActionType: 3, Name: 'GetMergedAreasOrNullObject', ObjectPathId: path, ArgumentInfo: { Arguments: [] } },
    ]);
    expect(send(setUp('1.13'), body).result?.Error).toBeUndefined();
    expect(send(setUp('1.12'), body).result?.Error?.Code).toBe('ApiNotFound');
    expect(compareSets('1.9', '1.14')).toBeLessThan(0);
  });

  it('moves the ranges that a client keeps when rows come in above them', () => {
    const at = setUp();
    const keep = batchOf(activeRange('A2:A3'), (path) => [
      { ActionType: 3, Name: '_KeepReference', ObjectPathId: path, ArgumentInfo: { Arguments: [] } },
      { ActionType: 1, ObjectPathId: path },
    ]);
    expect(send(at, keep).result?.Results[1]?.Value).toEqual({ _ReferenceId: 'ref:1' });
    at.book.insertRows('Sheet1', 0, 2);
    const body = JSON.stringify({
      Actions: [{ Id: 1, ActionType: 2, ObjectPathId: 9, QueryInfo: { Select: ['address'] } }],
      ObjectPaths: { 9: { Id: 9, ObjectPathType: 6, Name: 'ref:1' } },
    });
    expect(send(at, body).result?.Results[0]?.Value).toMatchObject({ Address: 'Sheet1!A4:A5' });
    at.book.deleteRows('Sheet1', 3, 2);
    expect(send(at, body).result?.Error?.Code).toBe('InvalidReference');
  });

  it('is one step to the user: its writes come as one notice and clear the undo', () => {
    const at = setUp();
    at.book.type('Sheet1', 'A1', '1');
    const origins: string[] = [];
    at.book.subscribe((set) => origins.push(set.origin));
    send(
      at,
      write('A1:B2', [
        [1, 2],
        [3, 4],
      ]),
    );
    expect(origins).toEqual(['api']);
    expect(at.book.canUndo).toBe(false);
  });
});

describe('what goes wrong on purpose', () => {
  it('edit mode refuses, or keeps back what asked to wait', () => {
    const at = setUp();
    at.host.setEditMode(true);
    expect(send(at, write('A1', [[1]])).reply?.Error).toBe(wireErrors.editMode);
    const waiting = send(at, write('A1', [[2]]), 64);
    expect(waiting.reply).toBeNull();
    expect(at.book.values('Sheet1', 'A1')).toEqual([['']]);
    at.host.setEditMode(false);
    expect(at.book.values('Sheet1', 'A1')).toEqual([[2]]);
  });

  it('a payload over the limit is refused in either direction', () => {
    const at = setUp();
    at.faults.payloadLimit = 2_000;
    const long = '字'.repeat(700);
    expect(send(at, write('A1', [[long]])).reply?.Error).toBe(wireErrors.requestTooLarge);
    at.book.type('Sheet1', 'A1', long);
    expect(send(at, read('A1', 'values')).reply?.Error).toBe(wireErrors.responseTooLarge);
  });

  it('the next requests fail as they are told, in order', () => {
    const at = setUp();
    at.faults.failNext(wireErrors.activityLimit);
    at.faults.failNext(wireErrors.general);
    const errors = [1, 2, 3].map(() => send(at, read('A1', 'values')).reply?.Error);
    expect(errors).toEqual([wireErrors.activityLimit, wireErrors.general, 0]);
  });

  it('a protected sheet denies access, another focused workbook denies selecting', () => {
    const at = setUp();
    at.book.protect('Sheet1');
    expect(send(at, write('A1', [[1]])).result?.Error?.Code).toBe('AccessDenied');
    at.host.setActive(false);
    const select = batchOf(activeRange('A1'), (path) => [
      { ActionType: 3, Name: 'Select', ObjectPathId: path, ArgumentInfo: { Arguments: [] } },
    ]);
    expect(send(at, select).result?.Error?.Code).toBe('InactiveWorkbook');
    at.host.setActive(true);
    expect(send(at, select).result?.Error).toBeUndefined();
  });

  it('a workbook for reading only takes a selection and no content', () => {
    const at = setUp();
    at.faults.readOnly = true;
    expect(send(at, write('A1', [[1]])).result?.Error?.Code).toBe('AccessDenied');
    const select = batchOf(activeRange('B2'), (path) => [
      { ActionType: 3, Name: 'Select', ObjectPathId: path, ArgumentInfo: { Arguments: [] } },
    ]);
    expect(send(at, select).result?.Error).toBeUndefined();
    expect(at.book.values('Sheet1', 'A1')).toEqual([['']]);
  });

  it('a protected structure lets cells change, and no sheet come, go or be renamed', () => {
    const at = setUp();
    at.book.structureProtected = true;
    const add = batchOf([['property', 'Worksheets']], (path) => [
      { ActionType: 3, Name: 'Add', ObjectPathId: path, ArgumentInfo: { Arguments: ['表'] } },
    ]);
    expect(send(at, add).result?.Error?.Code).toBe('AccessDenied');
    expect(() => at.book.renameSheet('Sheet1', '表')).toThrow('protected');
    expect(send(at, write('A1', [[1]])).result?.Error).toBeUndefined();
    expect(at.book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1']);
  });

  it('a request may be carried out and fail all the same, or never be answered', () => {
    const at = setUp();
    at.faults.failNextAfterwards(wireErrors.general);
    expect(send(at, write('A1', [[1]])).reply?.Error).toBe(wireErrors.general);
    expect(at.book.values('Sheet1', 'A1')).toEqual([[1]]);
    at.faults.loseNextReply();
    expect(send(at, write('A1', [[2]])).reply).toBeNull();
    expect(at.book.values('Sheet1', 'A1')).toEqual([[2]]);
    expect(send(at, write('A1', [[3]])).reply?.Error).toBe(0);
  });

  it('somebody else edits between two requests', () => {
    const at = setUp();
    at.faults.beforeNext(() => at.book.type('Sheet1', 'A1', '7'));
    expect(send(at, read('A1', 'values')).result?.Results[0]?.Value).toEqual({ Values: [[7]] });
  });

  it('and everything can be put right at once', () => {
    const at = setUp();
    Object.assign(at.faults, { readOnly: true, editMode: true, replyDelay: 5, bareEvents: true });
    at.faults.failNext(wireErrors.general);
    at.faults.loseNextReply();
    at.faults.clear();
    expect(send(at, write('A1', [[1]])).reply?.Error).toBe(0);
  });
});

describe('manual calculation', () => {
  it('keeps results until F9, and works out what is typed', () => {
    const { book } = setUp();
    book.pasteText('Sheet1', 'A1', '1\t=A1+1\t=B1+1');
    book.setCalculationMode('Manual');
    book.type('Sheet1', 'A1', '5');
    book.type('Sheet1', 'D1', '=A1+1');
    expect(book.values('Sheet1', 'A1:D1')).toEqual([[5, 2, 3, 6]]);
    const told: string[] = [];
    book.subscribe((set) => told.push(...set.changes.map((change) => change.kind)));
    book.calculate();
    expect(book.values('Sheet1', 'A1:D1')).toEqual([[5, 6, 7, 6]]);
    expect(told).toEqual(['calculated']);
    book.type('Sheet1', 'A1', '8');
    book.setCalculationMode('Automatic');
    expect(book.values('Sheet1', 'A1:D1')).toEqual([[8, 9, 10, 9]]);
  });
});

describe('events', () => {
  const messages = ({ raised }: Setting) =>
    raised.flatMap(({ name, data }) => {
      if (name !== 'richApiMessage') return [];
      const list = (data as { ArrayData: [number, number, string, string][] }).ArrayData;
      return list.map(([, type, target, args]) => ({
        type,
        target,
        args: JSON.parse(args) as Record<string, unknown>,
      }));
    });

  it('come when the clock lets them, or not at all', () => {
    const at = setUp();
    send(at, register('_RegisterDataChangedEvent'));
    at.faults.eventDelay = 500;
    at.book.type('Sheet1', 'A1', '1');
    at.time.advance(499);
    expect(messages(at)).toEqual([]);
    at.time.advance(1);
    expect(messages(at)).toHaveLength(1);
    at.faults.dropEvent = () => true;
    at.book.type('Sheet1', 'A1', '2');
    at.time.advance(5_000);
    expect(messages(at)).toHaveLength(1);
  });

  it('come twice, or without what changed', () => {
    const at = setUp();
    send(at, register('_RegisterDataChangedEvent'));
    at.faults.doubleEvent = () => true;
    at.faults.bareEvents = true;
    at.book.type('Sheet1', 'A1', '1');
    at.time.advance(0);
    expect(messages(at).map(({ args }) => [args['address'], args['valueAfter']])).toEqual([
      [null, undefined],
      [null, undefined],
    ]);
  });

  it('of recalculated cells are no edits, and an edit of several cells has no details', () => {
    const at = setUp();
    at.book.type('Sheet1', 'B1', '=A1*2');
    send(at, register('_RegisterDataChangedEvent'));
    at.book.type('Sheet1', 'A1', '4');
    at.book.pasteText('Sheet1', 'A1', '5\n6');
    at.time.advance(0);
    expect(messages(at).map(({ args }) => [args['address'], args['valueBefore'], args['valueAfter']])).toEqual([
      ['A1', '', 4],
      ['A1:A2', undefined, undefined],
    ]);
  });

  it('of undo may come or not: both can be played', () => {
    for (const undoRaisesEvents of [true, false]) {
      const at = setUp();
      at.faults.undoRaisesEvents = undoRaisesEvents;
      at.book.type('Sheet1', 'A1', '1');
      send(at, register('_RegisterDataChangedEvent'));
      at.book.undo();
      at.time.advance(0);
      expect(messages(at)).toHaveLength(undoRaisesEvents ? 1 : 0);
    }
  });

  it('end when they are unregistered or the pane is gone', () => {
    const at = setUp();
    send(at, register('_RegisterDataChangedEvent'));
    send(at, register('_UnregisterDataChangedEvent'));
    at.book.type('Sheet1', 'A1', '1');
    send(at, register('_RegisterSelectionChangedEvent'));
    at.host.dispose();
    at.book.select('Sheet1', 'B2');
    at.time.advance(0);
    expect(messages(at)).toEqual([]);
  });
});
