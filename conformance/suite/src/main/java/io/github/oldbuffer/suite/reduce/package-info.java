/** Smaller scenarios out of larger ones, so that a witness is as small as it can be. */
package io.github.oldbuffer.suite.reduce;
