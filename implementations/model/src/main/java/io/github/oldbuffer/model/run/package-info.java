/** Runs a scenario on the machine, step by step, and tells what happened. */
package io.github.oldbuffer.model.run;
