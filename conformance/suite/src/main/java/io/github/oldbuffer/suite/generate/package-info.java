/**
 * Scenarios out of choices: the same generator serves random properties, fuzzers and everything else that can choose.
 */
package io.github.oldbuffer.suite.generate;
