/** Scenarios: finite lists of steps over named objects, as data. */
package io.github.oldbuffer.spec.scenario;
