/** Packs the kit for machines that have neither a JDK nor Maven nor Python. */
package io.github.oldbuffer.distribution;
