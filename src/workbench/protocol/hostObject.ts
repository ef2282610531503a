/** Objects that a batch can name: a type (a table of its members) bound to what it speaks about. Knows nothing of Excel. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** `Array.isArray` would forget what the array holds. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** An argument of a call: plain JSON, or an object that the batch named. */
export type Argument = Json | HostObject;

/** `null` = the null object of the `…OrNullObject` family. */
export type Result = Json | HostObject | void;

export interface PropertyType<T> {
  readonly get: (target: T) => Json;
  readonly set?: (target: T, value: Json) => void;
}

/** Names are those on the wire: PascalCase. */
export interface ObjectType<T> {
  /** Name of the class in the client library; requirement sets are looked up by it. */
  readonly name: string;
  /** Property by which the client finds the object again. */
  readonly id?: string;
  readonly properties?: Readonly<Record<string, PropertyType<T>>>;
  readonly navigation?: Readonly<Record<string, (target: T) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (target: T, args: readonly Argument[]) => Result>>;
  readonly item?: (target: T, args: readonly Argument[]) => HostObject;
  readonly items?: (target: T) => readonly HostObject[];
}

export interface BoundProperty {
  readonly get: () => Json;
  readonly set?: (value: Json) => void;
}

export interface HostObject {
  readonly typeName: string;
  readonly idProperty: string | undefined;
  readonly target: unknown;
  readonly propertyNames: readonly string[];
  property(name: string): BoundProperty | undefined;
  navigate(name: string): (() => HostObject | null) | undefined;
  method(name: string): ((args: readonly Argument[]) => Result) | undefined;
  readonly item: ((args: readonly Argument[]) => HostObject) | undefined;
  readonly items: (() => readonly HostObject[]) | undefined;
}

class Bound<T> implements HostObject {
  readonly item: ((args: readonly Argument[]) => HostObject) | undefined;
  readonly items: (() => readonly HostObject[]) | undefined;

  constructor(
    private readonly type: ObjectType<T>,
    readonly target: T,
  ) {
    const { item, items } = type;
    this.item = item === undefined ? undefined : (args) => item(target, args);
    this.items = items === undefined ? undefined : () => items(target);
  }

  get typeName(): string {
    return this.type.name;
  }

  get idProperty(): string | undefined {
    return this.type.id;
  }

  get propertyNames(): readonly string[] {
    return Object.keys(this.type.properties ?? {});
  }

  property(name: string): BoundProperty | undefined {
    const property = this.type.properties?.[name];
    if (property === undefined) return undefined;
    const { get, set } = property;
    const bound = { get: () => get(this.target) };
    return set === undefined ? bound : { ...bound, set: (value: Json) => set(this.target, value) };
  }

  navigate(name: string): (() => HostObject | null) | undefined {
    const go = this.type.navigation?.[name];
    return go === undefined ? undefined : () => go(this.target);
  }

  method(name: string): ((args: readonly Argument[]) => Result) | undefined {
    const call = this.type.methods?.[name];
    return call === undefined ? undefined : (args) => call(this.target, args);
  }
}

export const bind = <T>(type: ObjectType<T>, target: T): HostObject => new Bound(type, target);

export const isHostObject = (value: unknown): value is HostObject => value instanceof Bound;
