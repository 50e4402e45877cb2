/** What one job may take, whatever stands in its input. */
export interface Budget {
  /** Of the processor; a busy machine does not make it less. */
  readonly cpuMs: number;
  /** From when it is given to its process, however little of the processor that gets. */
  readonly wallMs: number;
  /** Of JavaScript's heap. */
  readonly heapMb: number;
}

/** Why a job gave nothing: an outcome to tell, and no fault. `busy`: too much of one party's waits already. */
export type Refusal = 'too-long' | 'too-large' | 'busy';
