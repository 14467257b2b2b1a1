/** The suite as jqwik properties, one for each clause, grouped by function; they know scenarios and a trial. */
package io.github.oldbuffer.suite.properties;
