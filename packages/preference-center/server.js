// React renders several times slower in its development build, and picks it unless told otherwise before it is loaded.
process.env.NODE_ENV ??= 'production';

await import('./build/server/index.js');
