/** Follows `go build -v`, which names each package that it compiles on a line of its own. */
export function buildProgress() {
  let total = null;
  let compiled = 0;
  let begun = '';
  return {
    /** What `go list -deps` says: a package on each line. */
    expect(list) {
      total = list.split('\n').filter(isPackage).length;
    },
    take(chunk) {
      const lines = (begun + chunk).split('\n');
      begun = lines.pop();
      compiled += lines.filter(isPackage).length;
    },
    /** How far it is. What an earlier try compiled is not compiled again, and not counted. */
    text() {
      if (total === null) return 'fetching its modules';
      return `${compiled} of ${total} packages compiled`;
    },
  };
}

/** Neither a word of go's own (`go: downloading …`) nor of the compiler's (`# package`, an error with its place). */
export function isPackage(line) {
  return /^[\w.~/-]+$/.test(line);
}
