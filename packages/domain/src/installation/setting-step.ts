/** What a variable of the environment gives, in its normal form; or what it must be instead, as a noun. */
export type ReadSetting<Value = string> = { readonly value: Value } | { readonly problem: string };

/** Where a schema hears what is wrong. */
interface Issues {
  addIssue(message: string): void;
}

/** A reading as a step (`transform`) of the schema of a process's settings; each process has a schema of its own. */
export function settingStep<Value>(read: (text: string) => ReadSetting<Value>) {
  return (text: string, issues: Issues): Value => {
    const setting = read(text);
    if ('value' in setting) return setting.value;
    issues.addIssue(`must be ${setting.problem}`);
    // Nobody gets it: what has an issue is refused.
    return undefined as Value;
  };
}
