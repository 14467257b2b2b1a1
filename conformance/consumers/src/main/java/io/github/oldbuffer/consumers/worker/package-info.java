/** The process in which functions are called: a Python interpreter with the kit's driver and extension module. */
package io.github.oldbuffer.consumers.worker;
