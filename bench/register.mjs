/** `node --import ./bench/register.mjs`: lets Node run this project's TypeScript. See `hooks.mjs`. */
import { register } from 'node:module';

register('./hooks.mjs', import.meta.url);
