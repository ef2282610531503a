/**
 * XML as Office writes it: tags, texts and the five entities that XML knows. All that is rarer (comments, instructions, CDATA,
 * a document type, characters that XML forbids) is left to the library, from that place on, and with it every verdict on what
 * is broken. A file of Office writes the same few tags over and over: each is taken apart once, which is several times as
 * fast as going through its characters every time.
 */
import { copyOf } from '../../report/characters';

/** Attributes of an element, by their name without its prefix. */
export interface XmlAttributes {
  get(name: string): string | undefined;
  /** One that is written without a prefix, as all of a worksheet are. */
  plain(name: string): string | undefined;
}

export interface XmlEvents {
  /** `name` without its prefix. The attributes may be asked for only while the event lasts. */
  readonly open: (name: string, attributes: XmlAttributes) => void;
  /** `true`: the rest is not wanted, and not read. */
  readonly close: (name: string) => boolean | undefined;
  readonly text: (text: string) => void;
}

export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** Office gives an element some twenty at most. */
const mostAttributes = 100;

class TagAttributes implements XmlAttributes {
  /** Names and values by turns. */
  private readonly written: string[] = [];

  /** False where there is one of that name, or more than are looked through one by one. */
  add(name: string, value: string): boolean {
    if (this.written.length >= mostAttributes * 2 || this.plain(name) !== undefined) return false;
    this.written.push(name, value);
    return true;
  }

  get(name: string): string | undefined {
    const plain = this.plain(name);
    if (plain !== undefined) return plain;
    for (let at = 0; at < this.written.length; at += 2) {
      const own = this.written[at];
      if (own !== undefined && own.endsWith(name) && localName(own) === name) return this.written[at + 1];
    }
    return undefined;
  }

  plain(name: string): string | undefined {
    for (let at = 0; at < this.written.length; at += 2) if (this.written[at] === name) return this.written[at + 1];
    return undefined;
  }
}

/** A tag taken apart. */
interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly local: string;
  readonly attributes: XmlAttributes;
}

const noAttributes = new TagAttributes();
const closing = /^<\/([A-Za-z_][\w.:-]*) ?>$/u;
const opening = /^<([A-Za-z_][\w.:-]*)((?:[ \n]+[A-Za-z_][\w.:-]*=(?:"[^"<]*"|'[^'<]*'))*)[ \n]*(\/?)>$/u;
const attribute = /([A-Za-z_][\w.:-]*)=(?:"([^"<]*)"|'([^'<]*)')/gu;
/** White space but a plain space in an attribute means another than it is. */
const unusualValue = /[\u0000-\u001f\ufffe\uffff\ud800-\udfff]/u;

const unusualText = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|\]\]>/u;
const entity = /&(?:(amp|lt|gt|quot|apos);)?/gu;
const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text as it is meant; null for one that is not plain. */
export const plainTextOf = (written: string): string | null => (unusualText.test(written) ? null : unescaped(written));

/** The text that is meant; null where it holds another reference than the five that every XML has. */
function unescaped(text: string): string | null {
  if (!text.includes('&')) return text;
  let known = true;
  const plain = text.replace(entity, (_, name: string | undefined) => {
    if (name === undefined) known = false;
    return characters[name ?? ''] ?? '';
  });
  return known ? plain : null;
}

function attributesOf(text: string): XmlAttributes | null {
  if (text === '') return noAttributes;
  const attributes = new TagAttributes();
  for (const [, name = '', double, single = ''] of text.matchAll(attribute)) {
    const value = unescaped(double ?? single);
    if (value === null || unusualValue.test(value) || !attributes.add(name, value)) return null;
  }
  return attributes;
}

/** Null for a tag that is not plain, or none. */
function takenApart(text: string): Tag | null {
  const close = closing.exec(text)?.[1];
  if (close !== undefined) return { kind: 'close', name: close, local: localName(close), attributes: noAttributes };
  const [whole, name = '', written = '', slash] = opening.exec(text) ?? [];
  const attributes = whole === undefined ? null : attributesOf(written);
  if (attributes === null) return null;
  return { kind: slash === '/' ? 'empty' : 'open', name, local: localName(name), attributes };
}

/** So many tags are remembered, and none that is longer. A report as Word writes it has some two thousand. */
const mostTags = 8_000;
const longestTag = 200;
const tags = new Map<string, Tag>();

/** New tags of a part, less those that came again, up to which new ones are remembered. */
const mostNew = 2 * mostTags;

/** The tags of one part. */
export class Tags {
  /** New tags, less those that came again. */
  private unlike = 0;

  /**
   * A tag as it is written, with its brackets; null for one that is not plain, or none. A part in which no tag is like
   * another is not remembered: that takes longer than to take its tags apart.
   */
  of(text: string): Tag | null {
    const known = tags.get(text);
    if (known !== undefined) {
      if (this.unlike > 0) this.unlike -= 1;
      return known;
    }
    this.unlike += 1;
    if (text.length > longestTag || this.unlike > mostNew) return takenApart(text);
    const own = copyOf(text);
    const tag = takenApart(own);
    if (tag !== null) {
      if (tags.size >= mostTags) tags.clear();
      tags.set(own, tag);
    }
    return tag;
  }
}

const declaration =
  /^<\?xml version="1\.0"(?: encoding="[A-Za-z][\w.-]*")?(?: standalone="(?:yes|no)")? ?\?>[ \n]*(?=<)/u;
/** The declaration stands within so many characters. */
const longestDeclaration = 200;
/** So much without the end of a tag is left to the library, which keeps less of it. */
const longestRest = 1024 * 1024;

/** Where plain XML ended: what is open there, and what was not read. */
export interface Departure {
  readonly open: readonly string[];
  /** Nothing more may follow, for the outermost element has ended. */
  readonly ended: boolean;
  readonly rest: string;
}

/** Reads as far as the XML is plain. */
export class PlainXml {
  private readonly open: string[] = [];
  private begun = false;
  private ended = false;
  private rest = '';
  private readonly tags = new Tags();

  /** `enough` is thrown where no more is wanted. */
  constructor(
    private readonly events: XmlEvents,
    private readonly enough: Error,
  ) {}

  private depart(rest: string): Departure {
    return { open: this.open, ended: this.ended, rest };
  }

  /** Reads a piece; says where it departed from what is plain. */
  write(piece: string): Departure | null {
    const held = this.rest + piece;
    // An end of line is one character, however it is written.
    const text = held.includes('\r') ? held.replace(/\r\n|\r(?!\n|$)/gu, '\n') : held;
    let at = this.begun ? 0 : (declaration.exec(text.slice(0, longestDeclaration))?.[0].length ?? 0);
    for (;;) {
      const from = text.indexOf('<', at);
      const to = from === -1 ? -1 : text.indexOf('>', from);
      if (to === -1) break;
      if (from > at && !this.take(text.slice(at, from))) return this.depart(text.slice(at));
      const tag = this.tags.of(text.slice(from, to + 1));
      if (tag === null || this.ended || !this.fits(tag)) return this.depart(text.slice(from));
      this.begun = true;
      this.enter(tag);
      at = to + 1;
    }
    const rest = text.slice(at);
    if (rest.length > longestRest) return this.depart(rest);
    this.rest = rest;
    return null;
  }

  /** What is left at the end, if anything is. */
  end(): Departure | null {
    return this.ended && !/[^ \t\r\n]/u.test(this.rest) ? null : this.depart(this.rest);
  }

  /** False for a text that is not plain. */
  private take(written: string): boolean {
    if (this.open.length === 0) return false;
    const text = plainTextOf(written);
    if (text === null) return false;
    this.events.text(text);
    return true;
  }

  private fits({ kind, name }: Tag): boolean {
    return kind !== 'close' || this.open.at(-1) === name;
  }

  private enter({ kind, name, local, attributes }: Tag): void {
    if (kind === 'close') this.open.pop();
    else this.events.open(local, attributes);
    if (kind === 'open') {
      this.open.push(name);
      return;
    }
    if (this.open.length === 0) this.ended = true;
    if (this.events.close(local) === true) throw this.enough;
  }
}
