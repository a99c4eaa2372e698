type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** All that the exports of a module hold, in one object. */
export const merged = <Module extends Record<string, object>>(module: Module) =>
  Object.assign({}, ...Object.values(module)) as Together<Module[keyof Module]>;
