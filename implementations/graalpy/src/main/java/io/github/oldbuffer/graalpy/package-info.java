/** GraalPy, started through the polyglot API in a Java worker. */
package io.github.oldbuffer.graalpy;
