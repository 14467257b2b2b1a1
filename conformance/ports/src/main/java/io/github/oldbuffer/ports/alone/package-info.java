/** Taking a function out of a source that does not compile here, with what it needs and nothing else. */
package io.github.oldbuffer.ports.alone;
