package io.github.oldbuffer.spec.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.form.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence for each way in which JSON can be broken; quotes are written as apostrophes here. */
class BrokenJsonTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        []                                            | expected an object, found a list
        {}                                            | format: missing, expected 'oldbuffer-scenario'
        {'format':'oldbuffer-transcript'}             | format: expected 'oldbuffer-scenario', found 'oldbuffer-transcript'
        {'format':'oldbuffer-scenario'}               | version: missing, expected a whole number
        {'format':'oldbuffer-scenario','version':2}   | version: expected 1, found 2
        {'format':'oldbuffer-scenario','version':1}   | steps: missing, expected a list
        {'format':'oldbuffer-scenario','version':1,'steps':{}}           | steps: expected a list, found an object
        {'format':'oldbuffer-scenario','version':1,'steps':[],'x':1}     | x: unknown field, expected one of format, version, steps
        {'format':'oldbuffer-scenario','version':1,'steps':[],'a b':1}   | ['a b']: unknown field, expected one of format, version, steps
        """)
    void documents(String text, String sentence) {
        assertRefused(sentence, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        7                                             | steps[0]: expected an object, found 7
        {'do':'drop'}                                 | steps[0].object: missing, expected a whole number
        {'do':'drop','object':'x'}                    | steps[0].object: expected a whole number, found 'x'
        {'do':'drop','object':null}                   | steps[0].object: expected a whole number, found null
        {'do':'drop','object':1.0}                    | steps[0].object: expected a whole number, found 1.0
        {'do':'drop','object':64}                     | steps[0].object: expected 0 to 63, found 64
        {'do':'drop','object':18446744073709551616}   | steps[0].object: expected 0 to 63, found 18446744073709551616
        {'do':'drop','object':0,'why':1}              | steps[0].why: unknown field, expected one of do, object
        {'do':'jump','object':0}                      | steps[0].do: expected one of make, call, peek, poke, change, resize, release, acquire, release-view, parse, drop, border, share, append, within, found 'jump'
        {'do':'peek','object':0,'function':'CHECK'}   | steps[0].function: expected one of CHAR, READ, WRITE, found 'CHECK'
        {'do':'parse','object':0,'code':'s!'}         | steps[0].code: expected one of y*, w*, y#, s#, z#, s*, z*, found 's!'
        {'do':'poke','object':0,'offset':9223372036854775808,'value':0} | steps[0].offset: expected a number of 64 bits, found 9223372036854775808
        {'do':'call','function':'READ','object':0,'pending':'Oops'}     | steps[0].pending: expected one of BufferError, TypeError, ValueError, MemoryError, KeyError, OSError, RuntimeError, SystemError, StopIteration, KeyboardInterrupt, SystemExit, DerivedTypeError, CustomError, found 'Oops'
        {'do':'call','function':'READ','object':0,'nulls':['OBJECT','OBJECT']} | steps[0].nulls[1]: 'OBJECT' stands twice in the list
        """)
    void steps(String step, String sentence) {
        assertRefused(sentence, "{'format':'oldbuffer-scenario','version':1,'steps':[" + step + "]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {'kind':'bytes','length':'x'}                 | length: expected a whole number, found 'x'
        {'kind':'bytes','length':65537}               | length: expected 0 to 65536, found 65537
        {'kind':'bytes','length':1,'subclass':'yes'}  | subclass: expected true or false, found 'yes'
        {'kind':'bytes','length':1,'sead':1}          | sead: unknown field, expected one of kind, length, seed, subclass
        {'kind':'array','typecode':'x','items':1}     | typecode: expected one of the characters bBuwhHiIlLqQfd, found 'x'
        {'kind':'array','typecode':'d','items':8193}  | items: expected 0 to 8192, found 8193
        {'kind':'memoryview','base':{'kind':'bytes','length':1},'operations':[{'do':'slice','step':0}]} | operations[0].step: expected any number but 0, found 0
        {'kind':'memoryview','base':{'kind':'bytes'}} | base.length: missing, expected a whole number
        {'kind':'scripted','memory':1,'target':{'kind':'bytes','length':1}} | target: only an exporter whose owner is OTHER has a target, not one whose owner is SELF
        {'kind':'python-class','base':{'kind':'bytes','length':1},'answer':'RAISES','exception':'X'} | exception: expected one of BufferError, TypeError, ValueError, MemoryError, KeyError, OSError, RuntimeError, SystemError, StopIteration, KeyboardInterrupt, SystemExit, DerivedTypeError, CustomError, found 'X'
        {'kind':'python-class','base':{'kind':'bytes','length':1},'answer':'RAISES'} | exception: missing, expected one of BufferError, TypeError, ValueError, MemoryError, KeyError, OSError, RuntimeError, SystemError, StopIteration, KeyboardInterrupt, SystemExit, DerivedTypeError, CustomError
        {'kind':'scripted','memory':1,'owner':'OTHER'} | target: missing, expected an object
        {'kind':'scripted','memory':1,'geometry':{'shape':[1],'strides':[]}} | geometry.strides: expected as many strides as the shape has dimensions, 1, found 0
        {'kind':'scripted','memory':1,'geometry':{'shape':[1],'format':''}} | geometry.format: expected 1 to 16 characters of ASCII, found ''
        {'kind':'scripted','memory':1,'geometry':{'shape':[1,1,1,1,1,1,1,1,1]}} | geometry.shape: expected at most 8 items, found 9
        {'kind':'scripted','memory':1,'geometry':{'shape':[1],'itemsize':0}} | geometry.itemsize: expected 1 or more, found 0
        """)
    void exporters(String exporter, String sentence) {
        assertRefused(
                "steps[0].exporter." + sentence,
                "{'format':'oldbuffer-scenario','version':1,'steps':[{'do':'make','object':0,'exporter':" + exporter
                        + "}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {'did':'called','code':'x'}                   | events[0].code: expected a whole number, found 'x'
        {'did':'called','code':2147483648}            | events[0].code: expected -2147483648 to 2147483647, found 2147483648
        {'did':'called','code':0,'references':'UN'}   | events[0].references: expected a whole number, found 'UN'
        {'did':'called','code':0,'pointer':7}         | events[0].pointer: expected 'NULL', {'within': n} or {'elsewhere': n}, found 7
        {'did':'called','code':0,'pointer':{'within':1,'elsewhere':1}} | events[0].pointer.elsewhere: unknown field, expected one of within
        {'did':'peeked','sample':'0'}                 | events[0].sample: expected at most 64 bytes of two hexadecimal digits, NONE or UNREADABLE, found '0'
        {'did':'skipped','why':'\\ud800'}             | events[0].why: half a surrogate pair, which is no character
        {'did':'made','raised':{'type':'E'}}          | events[0].raised.typeError: missing, expected true or false
        """)
    void events(String event, String sentence) {
        String text = "{'format':'oldbuffer-transcript','version':1,'outcome':{'ended':'completed'},'events':[" + event
                + "]}";
        JsonException refused = assertThrows(JsonException.class, () -> TranscriptJson.read(json(text)));
        assertEquals(json(sentence), refused.getMessage());
    }

    @Test
    void syntax() {
        assertRefused("the text is empty", "");
        assertRefused("the text is empty", " \n");
        assertRefused("line 1, column 2: the text ends too early", "{");
        assertRefused("line 2, column 9: a field stands twice in the same object", "{'steps':1,\n'steps':2}");
        assertRefused("line 1, column 3: more text follows the end of the document", "{}{}");
        assertRefused("a value is too long or nested too deeply", "[".repeat(41));
        assertRefused("a value is too long or nested too deeply", "9".repeat(41));
        String message = refusal("{'steps':\n  x}").getMessage();
        assertTrue(message.startsWith("line 2, column 3: this is not JSON: Unrecognized token 'x'"), message);
    }

    @Test
    void nesting() {
        String exporter = "{'kind':'memoryview','base':".repeat(8) + "{'kind':'bytes','length':1}" + "}".repeat(8);
        assertRefused(
                "steps[0].exporter" + ".base".repeat(8) + ": exporters nest at most 8 deep",
                "{'format':'oldbuffer-scenario','version':1,'steps':[{'do':'make','object':0,'exporter':" + exporter
                        + "}]}");
    }

    private static void assertRefused(String sentence, String text) {
        JsonException refused = refusal(text);
        assertEquals(json(sentence), refused.getMessage());
        assertNull(refused.getCause());
    }

    private static JsonException refusal(String text) {
        return assertThrows(JsonException.class, () -> ScenarioJson.read(json(text)));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
