/** What Jazzer calls: one class for each target, and what they leave behind for a campaign. */
package io.github.oldbuffer.fuzzing.targets;
