package dev.twinsync.domain.gvariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.twinsync.domain.CountedLetters;
import dev.twinsync.domain.Property;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GVariantTextTest {

    private static GVariant parsed(String text, Optional<GType> expected) {
        return switch (GVariantText.parse(text, expected)) {
            case GVariantReading.Value(var value) -> value;
            case GVariantReading.Wrong wrong -> throw new AssertionError(text + ": " + wrong.explained());
        };
    }

    private static GVariant parsed(String text) {
        return parsed(text, Optional.empty());
    }

    private static GVariant parsed(String text, String type) {
        return parsed(text, Optional.of(GTypeText.parse(type)));
    }

    private static String error(String text, Optional<GType> expected) {
        return assertInstanceOf(GVariantReading.Wrong.class, GVariantText.parse(text, expected))
                .explained();
    }

    @Test
    void what_is_printed_is_read_back() {
        Property.forAll(GVariants.any(), value -> {
            var text = GVariantText.print(value);
            assertEquals(value, parsed(text, Optional.of(value.type())), text);
            assertEquals(value, parsed(text), () -> "without its type: " + text);
            assertEquals(text, GVariantText.print(parsed(text)));
        });
    }

    @Test
    void a_type_is_read_from_its_signature() {
        Property.forAll(GVariants.type(), type -> assertEquals(type, GTypeText.parse(type.signature())));
    }

    @Test
    void any_text_gets_an_answer() {
        var pieces = Arbitraries.of(
                "'a'",
                "1",
                "-",
                "@as ",
                "[",
                "]",
                "{",
                "}",
                "(",
                ")",
                ",",
                ":",
                "<",
                ">",
                "b'",
                "just ",
                "nothing",
                " ",
                "uint32 ",
                "true",
                "\\",
                "@",
                "é",
                "\"",
                "1e5",
                ".5",
                "nan",
                "\0",
                "'\\u0000'",
                "handle ");
        Property.forAll(pieces.list().ofMaxSize(8).map(list -> String.join("", list)), text -> {
            if (GVariantText.parse(text, Optional.empty()) instanceof GVariantReading.Value(var value)) {
                assertEquals(value, parsed(GVariantText.print(value)));
            }
        });
    }

    /** Printed by gsettings and dconf 0.40 with GLib 2.74. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s | 'prefer-dark'",
                "s | \"it's\"",
                "s | 'a\"b'",
                "s | 'tab\\tbell\\anew\\nback\\\\slash'",
                "s | 'é🦆'",
                "s | '\\u200e'",
                "b | true",
                "y | byte 0x01",
                "n | int16 -3",
                "q | uint16 3",
                "i | 24",
                "u | uint32 300",
                "x | int64 -9223372036854775808",
                "t | uint64 18446744073709551615",
                "h | handle 3",
                "d | 1.0",
                "d | 0.10000000000000001",
                "d | 1e+17",
                "d | 1.0000000000000001e-05",
                "d | inf",
                "d | nan",
                "o | objectpath '/x'",
                "g | signature 'a{sv}'",
                "v | <uint32 1>",
                "v | <<'x'>>",
                "as | @as []",
                "as | ['a', 'b']",
                "au | [uint32 1, 2]",
                "a(ss) | @a(ss) []",
                "a(ss) | [('xkb', 'us'), ('xkb', 'de')]",
                "(iu) | (1, uint32 2)",
                "(s) | ('a',)",
                "() | ()",
                "a{sv} | @a{sv} {}",
                "a{sv} | {'a': <1>, 'b': <@as []>}",
                "a{us} | {uint32 1: 'a', 2: 'b'}",
                "{sv} | {'a', <1>}",
                "ms | @ms nothing",
                "ms | @ms 'x'",
                "mms | @mms just nothing",
                "ami | [@mi 1, nothing]",
                "ay | b'abc'",
                "ay | b\"it's\"",
                "ay | b'\\351\\\"'",
                "ay | [byte 0x61, 0x62]",
                "ay | @ay []",
                "aay | [b'x', [0x61]]",
                "aai | [@ai [], [1]]",
            })
    void every_type_looks_as_glib_prints_it(String type, String text) {
        assertEquals(text, GVariantText.print(parsed(text, type)));
        assertEquals(text, GVariantText.print(parsed(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['a','b'] | ['a', 'b']",
                "\"x\" | 'x'",
                " [ ('a' ,\"b\")\t] | [('a', 'b')]",
                "[1, 2.0] | [1.0, 2.0]",
                "[1, uint32 2] | [uint32 1, 2]",
                "[[], [1]] | [@ai [], [1]]",
                "@mmi 4 | @mmi 4",
                "b'a\\tb\\a\\177' | b'a\\tb\\007\\177'",
                "123456789012345680.0 | 1.2345678901234568e+17",
                "[nothing, 4] | [@mi nothing, 4]",
                "[just nothing, nothing, 4] | [@mmi just nothing, nothing, 4]",
                "[(1, []), (2, ['a'])] | [(1, @as []), (2, ['a'])]",
                "@ad [1, 0x10] | [1.0, 16.0]",
                "0x1F | 31",
                "010 | 8",
                "+5 | 5",
                "-0 | 0",
                "boolean true | true",
                "string 'x' | 'x'",
                "objectpath \"/a\" | objectpath '/a'",
                "b\"a\\x\" | b'ax'",
                "b'é' | b'\\303\\251'",
                "b'🦆' | b'\\360\\237\\246\\206'",
                "'\\u00e9\\U0001f986' | 'é🦆'",
                "'a\\zb' | 'azb'",
                "1e5 | 100000.0",
                ".5 | 0.5",
                "-inf | -inf",
                "{1: 'a', uint16 2: 'b'} | {uint16 1: 'a', 2: 'b'}",
            })
    void the_same_value_may_be_written_in_other_words(String text, String printed) {
        assertEquals(printed, GVariantText.print(parsed(text)));
    }

    @Test
    void a_bare_number_takes_the_type_that_is_expected() {
        assertEquals("uint32 0", GVariantText.print(parsed("0", "u")));
        assertEquals("0.0", GVariantText.print(parsed("0", "d")));
        assertEquals("@mmi 4", GVariantText.print(parsed("4", "mmi")));
        assertEquals("@as []", GVariantText.print(parsed("[]", "as")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | | its type cannot be told: write it in front, as in @as [] (column 1)",
                "nothing | | its type cannot be told: write it in front, as in @as [] (column 1)",
                "bad value | | no value begins like this; a text stands in quotes (column 1)",
                "'é🦆' x | | there is more behind the value (column 6)",
                "[1, 'a'] | | it has another type than what stands before it (column 5)",
                "'abc | | the quote at the end is missing (column 1)",
                "'\\u12' | | an escape of 4 hexadecimal digits is cut short (column 4)",
                "'\\u0000' | | no letter has this number (column 4)",
                "'\\ud800' | | a text holds a zero or half of a letter (column 1)",
                "[1 2] | | a comma or ] is missing (column 4)",
                "[1,] | | no value begins like this; a text stands in quotes (column 4)",
                "('a' 'b') | | a comma or ) is missing (column 6)",
                "('a') | | a comma or ) is missing (column 5)",
                "{'a' 1} | | a colon is missing between key and value (column 6)",
                "{['a']: 1} | | the keys of a dictionary are numbers, truth values or texts (column 1)",
                "<1 | | > is missing (column 3)",
                "uint32 'a' | | this is not a value of type u (column 8)",
                "@ab 1 | | this is not a value of type ab (column 5)",
                "@w 1 | | no type begins with this letter (column 2)",
                "300 | y | the number is out of the range of its type, 0 to 255 (column 1)",
                "-1 | u | the number is out of the range of its type, 0 to 4294967295 (column 1)",
                "1.5 | i | this is not a whole number (column 1)",
                "08 | i | this is not a whole number (column 1)",
                "1e400 | d | the number is too big (column 1)",
                "'x' | i | this is not a value of type i (column 1)",
                "uint32 1 | i | this is not a value of type i (column 1)",
                "('a',) | (ss) | this is not a value of type (ss) (column 1)",
                "'a//b' | o | an object path is made of /, letters, digits and _, as /org/gnome is (column 1)",
                "'mi' | g | a signature is made of types, as a{sv} is (column 1)",
                "` ` | | a value is missing (column 2)",
            })
    void what_is_wrong_is_said_with_its_place(String text, String type, String sentence) {
        assertEquals(sentence, error(text, Optional.ofNullable(type).map(GTypeText::parse)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ss", "a", "(s", "{s}", "{vs}", "{sss}", "r", "*", "a?", "-", "s "})
    void a_signature_is_one_complete_type(String signature) {
        assertThrows(IllegalArgumentException.class, () -> GTypeText.parse(signature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "<", "{", "just ", "@v <", "{1:", "@mi "})
    void depth_is_limited(String opening) {
        var text = opening.repeat(100_000);
        assertTrue(error(text, Optional.empty()).startsWith("values are nested deeper than 64"), opening);
    }

    @Test
    void the_depth_of_types_is_limited_too() {
        var deep = "m".repeat(100_000) + "i";
        assertThrows(IllegalArgumentException.class, () -> GTypeText.parse(deep));
        assertTrue(error("@" + deep + " 1", Optional.empty()).startsWith("types are nested deeper than 64"));
        var box = "<@" + "m".repeat(60) + "v ";
        assertTrue(error(box.repeat(3) + "<1>" + ">".repeat(3), Optional.empty())
                .startsWith("values are nested deeper than 64"));
        assertEquals(
                "[".repeat(63) + "1" + "]".repeat(63),
                GVariantText.print(parsed("[".repeat(63) + "1" + "]".repeat(63))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]|[],",
                "[]|(1, nothing, 'a'),",
                "[]|<<[(1, 2.0)]>>,",
                "[]|[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]],",
                "[]|nothing,",
                "()|[1, uint32 2],",
                "''|\\u00e9",
                "[]|0.123456789,",
            })
    void a_long_text_takes_work_by_its_length(String pattern) {
        for (int times : new int[] {1_000, 16_000}) {
            var letters = new CountedLetters(longText(pattern, times));
            NodeReader.read(letters);
            assertTrue(
                    letters.looks() <= 12L * letters.length(), () -> times + " times: " + letters.looks() + " looks");
        }
        long few = memoryToRead(longText(pattern, 4_000));
        long many = memoryToRead(longText(pattern, 16_000));
        assertTrue(many < 8 * few, () -> few + " bytes for a quarter of what takes " + many);
    }

    private static String longText(String pattern, int times) {
        var brackets = pattern.substring(0, 2);
        var text = pattern.substring(3).repeat(times);
        return brackets.charAt(0)
                + (text.endsWith(",") && brackets.equals("[]") ? text.substring(0, text.length() - 1) : text)
                + brackets.charAt(1);
    }

    /** How many bytes are made on the way, which is the same however busy the machine is. */
    private static long memoryToRead(String text) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        assertInstanceOf(GVariantReading.class, GVariantText.parse(text, Optional.empty()));
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void a_number_of_many_digits_is_refused_at_once() {
        var digits = "1".repeat(1_000_000);
        assertEquals("a number is too long (column 1)", error(digits, Optional.empty()));
        assertEquals("a number is too long (column 1)", error("1." + digits, Optional.empty()));
    }

    @Test
    void a_value_is_never_of_another_type_than_it_says() {
        assertThrows(IllegalArgumentException.class, () -> GVariant.Whole.of(GType.Basic.BYTE, 256));
        assertThrows(IllegalArgumentException.class, () -> GVariant.Whole.of(GType.Basic.STRING, 1));
        assertThrows(IllegalArgumentException.class, () -> GVariant.Text.of("a\0b"));
        assertThrows(IllegalArgumentException.class, () -> new GVariant.Text(GType.Basic.OBJECT_PATH, "x"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new GVariant.Array(GType.Basic.INT32, List.of(GVariant.Text.of("a"))));
    }
}
