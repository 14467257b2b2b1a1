/**
 * How a part of a scenario or transcript is described once, as data, for all that is done with it.
 *
 * <p>A {@link io.github.oldbuffer.spec.shape.Shape} of a type knows a value
 *
 * <ul>
 *   <li>as JSON ({@code json} writes, {@code parse} reads) and as JSON Schema ({@code schema});
 *   <li>in the packed form ({@code pack} writes, {@code unpack} reads), and in the words of the table of its bytes
 *       ({@code bytes});
 *   <li>as choices ({@code code} writes and reads, with a {@link io.github.oldbuffer.spec.shape.Coder}): the bytes of a
 *       fuzzer and the numbers of a generator, any of which make some value. What choices <em>tell</em> is what there are
 *       choices for, which may be less than what JSON and the packed form can carry;
 *   <li>and what is simpler than it ({@code simpler}, {@code simplest}, {@code size}), by which scenarios are reduced.
 * </ul>
 *
 * <p>Shapes of single values are {@code Whole}, {@code Small}, {@code Letter}, {@code Flag}, {@code Text}, {@code Name},
 * {@code Word} and {@code WordSet}, the last two of constants. They are put together by {@code Record} (some fields),
 * {@code Choice} (one of several kinds), {@code Many} (a list) and {@code Nested} (what may stand in its own sort).
 *
 * <p>A {@link io.github.oldbuffer.spec.shape.Field} of a record is made by {@code Field.of(name, getter, shape)}. What else is
 * to be said of it is said by methods that give a changed one: {@code or} (JSON may leave it out), {@code as} (other fields
 * choose its shape), {@code within} (which values choices tell beside the others), {@code onlyWhere} and {@code neededWhere}
 * (when it is there), {@code simplest} and {@code kept} (what a reduction does with it). They see the other fields through a
 * {@link io.github.oldbuffer.spec.shape.Given}: all of them where a value is written, those before it where one is read.
 *
 * <p>{@code matrix()} in {@link io.github.oldbuffer.spec.schema.ExporterShape} is an example that has most of this in a few
 * lines.
 */
package io.github.oldbuffer.spec.shape;
