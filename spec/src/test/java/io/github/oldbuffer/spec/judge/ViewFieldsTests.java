package io.github.oldbuffer.spec.judge;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Scripted;
import io.github.oldbuffer.spec.exporter.ViewOperation;
import io.github.oldbuffer.spec.scenario.Request;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Pointer;
import io.github.oldbuffer.spec.transcript.ViewFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** NEW-7, NEW-8 and NEW-9: the fields of a view are those of the tables, and so is what is granted. */
class ViewFieldsTests {

    private static final Event REFUSED = new Event.Viewed(false, Answer.BUFFER_ERROR, Pointer.UNTOUCHED, 0, List.of());

    /** Six bytes, two rows of three. */
    private static final Exporter ROWS =
            Objects.view(new ByteArray(6, 1, false), new ViewOperation.Cast('B', List.of(2L, 3L)));

    @ParameterizedTest
    @EnumSource
    void whatTheTablesSayHolds(Request request) {
        boolean fortran = request.orderOfFortran();
        Play play = Play.with(ROWS).step(acquire(request), fortran ? REFUSED : viewed(rows(request)));
        if (request != Request.SIMPLE && request != Request.WRITABLE) {
            play.holds("NEW-9");
        }
        if (!fortran) {
            play.holds("NEW-7");
            play.holds("NEW-8");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SIMPLE   | NEW-7 | gave a format that was not asked for                | false | B | 2 |     |     |
        STRIDES  | NEW-7 | said of writable memory that it is read-only        | true  |   | 2 | 2 3 | 3 1 |
        FULL     | NEW-7 | was read-only though PyBUF_WRITABLE was granted     | true  | B | 2 | 2 3 | 3 1 |
        FULL     | NEW-7 | gave no format                                      | false |   | 2 | 2 3 | 3 1 |
        FULL     | NEW-7 | gave another format                                 | false | b | 2 | 2 3 | 3 1 |
        ND       | NEW-8 | gave no shape                                       | false |   | 2 |     |     |
        SIMPLE   | NEW-8 | gave shape where the table says NULL                | false |   | 2 | 2 3 |     |
        ND       | NEW-8 | gave strides where the table says NULL              | false |   | 2 | 2 3 | 3 1 |
        STRIDES  | NEW-8 | gave no strides                                     | false |   | 2 | 2 3 |     |
        STRIDES  | NEW-8 | gave suboffsets where the table says NULL           | false |   | 2 | 2 3 | 3 1 | 0 0
        STRIDES  | NEW-8 | gave another shape                                  | false |   | 2 | 3 2 | 3 1 |
        STRIDES  | NEW-8 | gave other strides                                  | false |   | 2 | 2 3 | 1 2 |
        STRIDES  | NEW-8 | gave another number of dimensions                   | false |   | 1 | 6   | 1   |
        """)
    void whatTheTablesDoNotSayIsAViolation(
            Request request,
            String clause,
            String symptom,
            boolean readonly,
            String format,
            int ndim,
            String shape,
            String strides,
            String suboffsets) {
        ViewFields fields =
                new ViewFields(readonly, 1, format, ndim, numbers(shape), numbers(strides), numbers(suboffsets));
        Play.with(ROWS).step(acquire(request), viewed(fields)).violates(clause, symptom, 1);
    }

    @Test
    void lengthAndSizeOfItemsAreThoseOfTheMemory() {
        ViewFields wide = new ViewFields(false, 2, null, 2, null, null, null);
        Play.with(ROWS).step(acquire(Request.SIMPLE), viewed(wide)).violates("NEW-8", "gave another size of items", 1);
        Event shorter = new Event.Viewed(
                true, null, Pointer.within(0), 5, List.of(), new ViewFields(false, 1, null, 2, null, null, null));
        Play.with(ROWS)
                .step(acquire(Request.SIMPLE), shorter)
                .violates("NEW-8", "gave another length than the memory has", 1);
    }

    @Test
    void readOnlyMemorySaysSo() {
        ViewFields fields = new ViewFields(false, 1, null, 1, null, null, null);
        Event taken = new Event.Viewed(true, null, Pointer.within(0), 4, List.of(), fields);
        Play.with(Objects.READ_ONLY)
                .step(acquire(Request.SIMPLE), taken)
                .violates("NEW-7", "did not say that memory is read-only", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "F_CONTIGUOUS,  granted the order of Fortran to memory that is not in it",
        "F_CONTIGUOUS_WRITABLE_FORMAT, granted the order of Fortran to memory that is not in it"
    })
    void anOrderThatTheMemoryIsNotInIsRefused(Request request, String symptom) {
        Play.with(ROWS).step(acquire(request), viewed(rows(request))).violates("NEW-9", symptom, 1);
    }

    @Test
    void whatMemoryIsNotIsNotGranted() {
        ViewFields any = new ViewFields(true, 1, null, 1, List.of(1L), List.of(1L), null);
        Play.with(Objects.STRIDED)
                .step(acquire(Request.ND), viewed(any))
                .violates("NEW-9", "granted the order of C to memory that is not in it", 1);
        Play.with(Objects.STRIDED)
                .step(acquire(Request.ANY_CONTIGUOUS), viewed(any))
                .violates("NEW-9", "granted an order to memory that has none", 1);
        Play.with(Objects.READ_ONLY)
                .step(acquire(Request.CONTIG), viewed(any))
                .violates("NEW-9", "granted writable memory of what is read-only", 1);
        Play.with(Objects.NOTHING)
                .step(acquire(Request.FULL_RO), viewed(any))
                .violates("NEW-9", "granted memory that there is none of", 1);
        Play.with(ROWS).step(acquire(Request.RECORDS), REFUSED).violates("NEW-9", "refused what it can grant", 1);
        Event silent = new Event.Viewed(false, null, Pointer.UNTOUCHED, 0, List.of());
        Play.with(Objects.STRIDED)
                .step(acquire(Request.ND), silent)
                .violates("NEW-9", "refused without an exception", 1);
    }

    @Test
    void anExporterOfTheKitMayLeaveTheFormatOfBytesOut() {
        ViewFields fields = new ViewFields(false, 1, null, 1, List.of(6L), List.of(1L), null);
        Play.with(Scripted.flat(6, 1, false))
                .step(acquire(Request.FULL), viewed(fields))
                .holds("NEW-7");
    }

    private static Step acquire(Request request) {
        return new Step.Acquire(0, 0, request);
    }

    private static Event viewed(ViewFields fields) {
        return new Event.Viewed(true, null, Pointer.within(0), 6, List.of(), fields);
    }

    /** As the tables have it. */
    private static ViewFields rows(Request request) {
        return new ViewFields(
                false,
                1,
                request.format() ? "B" : null,
                2,
                request.shape() ? List.of(2L, 3L) : null,
                request.strides() ? List.of(3L, 1L) : null,
                null);
    }

    private static List<Long> numbers(String text) {
        return text == null
                ? null
                : List.of(text.split(" ")).stream().map(Long::valueOf).toList();
    }
}
