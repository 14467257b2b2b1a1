/** Flags, languages and errors of the compiler that ports are built with. */
package io.github.oldbuffer.ports.compiler;
