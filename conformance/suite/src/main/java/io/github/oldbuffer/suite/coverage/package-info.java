/** Which part of the space of scenarios a run went through: values of its dimensions, and pairs of values. */
package io.github.oldbuffer.suite.coverage;
