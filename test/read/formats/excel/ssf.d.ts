declare module 'fast-formula-parser/ssf/ssf' {
  const SSF: { format(pattern: string, value: number | string): string };
  export default SSF;
}
