// esbuild hands these files over as their text.
declare module "*.html" {
  const text: string;
  export default text;
}
