import { Migration } from '@mikro-orm/migrations';

/** The gate's plan depends on no value, and making it takes longer than running it: keep one for each connection. */
export class ClaimPlan008 extends Migration {
  override up(): void {
    this.addSql(
      'ALTER FUNCTION claim_messages(uuid, integer, timestamptz, timestamptz) SET plan_cache_mode = force_generic_plan',
    );
  }
}
