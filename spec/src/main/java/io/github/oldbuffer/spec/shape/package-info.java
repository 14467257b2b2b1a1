/**
 * How a part of a scenario or transcript is described once, as data: each {@link io.github.oldbuffer.spec.shape.Shape}
 * knows a value's JSON, its bytes in the packed form, its JSON Schema and its words in the table of bytes.
 */
package io.github.oldbuffer.spec.shape;
