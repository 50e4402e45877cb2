// One file, so that one build and one process serve all suites.
import './suites/marketing-page.ts';
import './suites/service-page.ts';
import './suites/saving.ts';
import './suites/data-page.ts';
import './suites/brand.ts';
import './suites/double-opt-in-page.ts';
import './suites/sign-up-page.ts';
import './suites/review-list.ts';
import './suites/review-decisions.ts';
import './suites/review-reports.ts';
import './suites/review-sign-in.ts';
import './suites/scanners.ts';
import './suites/every-answer.ts';
import './suites/api-away.ts';
import './suites/languages.ts';
import './suites/log.ts';
import './suites/process.ts';
