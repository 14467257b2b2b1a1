/** Sources that other programs turn into C or C++: Cython and SWIG. */
package io.github.oldbuffer.ports.generate;
