/** Exporters: descriptions, as data, of the objects that scenarios are about. */
package io.github.oldbuffer.spec.exporter;
