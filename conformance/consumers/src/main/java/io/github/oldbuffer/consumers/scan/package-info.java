/** Finds the functions of whole modules that take memory, in a place where calling unknown functions does no harm. */
package io.github.oldbuffer.consumers.scan;
