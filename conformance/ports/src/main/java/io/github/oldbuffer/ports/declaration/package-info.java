/** Reads the declarations of C and C++ sources, as far as a port needs them read. */
package io.github.oldbuffer.ports.declaration;
