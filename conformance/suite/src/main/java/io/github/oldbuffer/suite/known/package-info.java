/** Known deviations: what is on file about implementations, each entry with a witness that every run replays. */
package io.github.oldbuffer.suite.known;
