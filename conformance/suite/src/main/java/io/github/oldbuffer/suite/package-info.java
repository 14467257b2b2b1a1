/** Runs the properties on an implementation, round by round, and tells what was found as plain data. */
package io.github.oldbuffer.suite;
