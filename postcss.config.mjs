/** Tailwind 4 is the only transformation. */
const config = { plugins: { '@tailwindcss/postcss': {} } };

export default config;
