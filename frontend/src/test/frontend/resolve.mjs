// The sources import each other as the bundler and the compiler want it, by ".js"; Node finds the TypeScript beside it.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (failure) {
      if (specifier.startsWith('./') && specifier.endsWith('.js')) {
        return next(specifier.replace(/\.js$/, '.ts'), context);
      }
      throw failure;
    }
  },
});
