/** CPython, embedded: the bundled one or any that is installed. */
package io.github.oldbuffer.cpython;
