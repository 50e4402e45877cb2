#!/usr/bin/env node
// Is here before anything is compiled, so that installing can link to it.
import '../dist/main.js';
