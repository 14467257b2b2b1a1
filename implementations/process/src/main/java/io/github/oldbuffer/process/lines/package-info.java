/** Any program that speaks the kit's JSON lines on its standard input and output; {@code protocol.md} says how. */
package io.github.oldbuffer.process.lines;
