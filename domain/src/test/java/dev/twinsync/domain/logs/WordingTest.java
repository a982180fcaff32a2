package dev.twinsync.domain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            toy-fail.service: Failed with result 'exit-code'.              | toy-fail.service: Failed with result 'exit-code'.
            Main process exited, code=exited, status=203/EXEC              | Main process exited, code=exited, status=#/EXEC
            maximum attempts exceeded for root from 127.0.0.1 port 60 ssh2 | maximum attempts exceeded for root from # port # ssh#
            exceeded for invalid user a b from 127.0.0.1 port 60 ssh2      | exceeded for invalid user #
            stat() "/var/x/y" failed (13: Permission denied), client: ::1, request: "GET /" | stat() # failed (#: Permission denied), client: #
            bob : user NOT in sudoers ; USER=root ; COMMAND=/bin/x -pHunter | bob : user NOT in sudoers ; USER=root ; COMMAND=#
            unknown directive "foo" in /etc/nginx/nginx.conf:12            | unknown directive "foo" in /etc/nginx/nginx.conf:#
            dispatcher: (13) x failed: Script '/etc/x/01-if' exited        | dispatcher: (#) x failed: Script # exited
            session 0c9012aa-dead-beef-cafe-abcdefabcdef of fe80::dead:beef | session # of #
            00:1a:2b:aa:bb:cc and aa-bb-cc-dd-ee-ff are away               | # and # are away
            Consumed 1min 2.345s CPU time                                  | Consumed # CPU time
            Consumed 345ms CPU time                                        | Consumed # CPU time
            after 1h2m3.5s, no answer                                      | after #, no answer
            retrying in 1 second                                           | retrying in #
            retrying in 20 seconds                                         | retrying in #
            at 2026-11-26T02:10:11.123Z, offset -0.003                     | at #, offset #
            since Thu, Nov 26 02:10:11                                     | since #
            cannot open /tmp/tmp.aB3dE9xY/x: no such file                  | cannot open /tmp/#: no such file
            left over: tmp.aB3dE9xY, tmpab12cd                             | left over: #, #
            at 0x7ffd8 ip 00007f3a in libc.so.6[7f00+195000]               | at # ip # in libc.so.#[#+#]
            container deadbeefcafe, layer kXy7Zq93LmPQ                     | container #, layer #
            don't stop, can't stop                                         | don't stop, can't stop
            a decade of bad fades                                          | a decade of bad fades
            [1795658885.2440] eth0:  \t carrier   lost                     | [#] eth#: carrier lost
            """)
    void what_differs_is_masked_and_what_is_said_stays(String message, String wording) {
        assertEquals(wording, Wording.of(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\u0000", "\u2028\u00a0\u0085"})
    void a_message_that_says_nothing_has_a_wording_too(String message) {
        assertEquals("(no message)", Wording.of(message));
    }

    @Test
    void a_quote_that_does_not_end_is_masked_to_the_end() {
        assertEquals("failed, request: #", Wording.of("failed, request: \"GET /" + "a/".repeat(9_000)));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of(
                "failed",
                "to",
                "open",
                "disk",
                "eth",
                "timeout:",
                "refused,",
                "unit",
                "'exit-code'",
                "\"mail\"",
                "(core");
    }

    private static String hex(long number) {
        return Long.toHexString(number | 1L << 62);
    }

    private static String uuid(long number) {
        return hex(number).replaceFirst("(.{8})(.{4})(.{4})", "$1-$2-$3-dead-") + "abcdefabcdef";
    }

    private static String pairs(long number) {
        return hex(number).substring(4).replaceAll("(..)(?!$)", "$1:");
    }

    private static final List<Function<Long, String>> KINDS = List.of(
            number -> "[" + number + "]",
            number -> "port " + (number & 0xffff),
            number -> "at=" + number / 1000 + "." + number % 1000,
            number -> (number & 0xff) + "." + (number >> 8 & 0xff) + ".0.1",
            number -> "fe80::" + Long.toHexString(number & 0xffff) + ":dead",
            number -> "took " + (number & 0xfff) + (number % 2 == 0 ? "ms" : "s"),
            number -> "took " + (number & 0xfff) + "min " + (number & 0x1f) + "." + (number & 0xff) + "s",
            number -> "0x" + Long.toHexString(number),
            number -> "id " + hex(number),
            number -> "id " + uuid(number),
            number -> "mac " + pairs(number),
            number -> String.format(
                    Locale.ROOT, "2026-%02d-%02dT%02d:00:00Z", number % 12 + 1, number % 28 + 1, number % 24),
            number -> "/tmp/x" + Long.toString(number, 36) + "/y",
            number -> "session-c" + number + ".scope",
            number -> "\"/srv/" + Long.toString(number, 36) + "\"");

    private static Arbitrary<Long> numbers() {
        return Arbitraries.longs().between(0, 1L << 40);
    }

    /** A message of fixed words, with a place behind each where a number shows in one of many forms. */
    private static String message(List<String> words, List<Integer> kinds, List<Long> numbers) {
        return Stream.iterate(0, at -> at < words.size(), at -> at + 1)
                .map(at -> words.get(at) + " " + KINDS.get(kinds.get(at)).apply(numbers.get(at)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void messages_that_differ_in_what_is_volatile_only_have_the_same_wording() {
        var messages = Combinators.combine(
                        words().list().ofSize(4),
                        Arbitraries.integers()
                                .between(0, KINDS.size() - 1)
                                .list()
                                .ofSize(4),
                        numbers().list().ofSize(4),
                        numbers().list().ofSize(4))
                .as(Tuple::of);
        Property.forAll(
                messages,
                two -> assertEquals(
                        Wording.of(message(two.get1(), two.get2(), two.get3())),
                        Wording.of(message(two.get1(), two.get2(), two.get4()))));
    }

    @Test
    void messages_of_different_words_have_different_wordings() {
        var messages = Combinators.combine(
                        words().list().ofSize(4),
                        words().list().ofSize(4),
                        Arbitraries.integers()
                                .between(0, KINDS.size() - 1)
                                .list()
                                .ofSize(4),
                        numbers().list().ofSize(4))
                .as(Tuple::of)
                .filter(two -> !two.get1().equals(two.get2()));
        Property.forAll(
                messages,
                two -> assertNotEquals(
                        Wording.of(message(two.get1(), two.get3(), two.get4())),
                        Wording.of(message(two.get2(), two.get3(), two.get4()))));
    }

    @Test
    void a_wording_is_one_short_line_without_a_digit_whatever_was_said() {
        Property.forAll(Arbitraries.strings().ofMaxLength(3_000), message -> {
            var wording = Wording.of(message);
            assertTrue(!wording.isBlank() && wording.length() <= 200, wording);
            assertFalse(wording.chars().anyMatch(letter -> letter >= '0' && letter <= '9'), wording);
            assertFalse(wording.chars().anyMatch(Character::isISOControl), wording);
        });
    }

    static Stream<String> repetitions() {
        return Stream.of(
                "\"",
                "'",
                " '",
                "\"a",
                "'a",
                " 'a ",
                "a",
                "1",
                "1.",
                "1a",
                "a1",
                "f",
                "ff:",
                ":",
                "ff-",
                "0x",
                "1h",
                "1min",
                "1 s",
                "Nov ",
                "Mon, Nov ",
                "tmp",
                "tmpA",
                "tmp_",
                "/tmp/",
                "2026-11-26 ",
                "2026-",
                "invalid user ",
                ", client: ",
                "#",
                "# ",
                " ",
                "\t",
                "-",
                "+1",
                "abcdef1z",
                "ffffffff-ffff-",
                "é",
                "(");
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void the_work_for_a_message_grows_with_its_length_and_no_faster(String piece) {
        for (Function<CharSequence, String> step :
                List.<Function<CharSequence, String>>of(Wording::onOneLine, Wording::masked, Wording::joined)) {
            for (String end : List.of("", "!", "z", "\"", " g")) {
                long some = CountedText.looks(piece.repeat(1_000 / piece.length()) + end, step::apply);
                long more = CountedText.looks(piece.repeat(8_000 / piece.length()) + end, step::apply);
                assertTrue(more <= 10 * some + 1_000, piece + end + ": " + some + " and " + more);
                assertTrue(more <= 8_000 * 150, piece + end + ": " + more);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void no_more_than_its_beginning_is_looked_at(String piece) {
        long looks = CountedText.looks(piece.repeat(1_000_000 / piece.length()), Wording::of);
        assertTrue(looks <= 10L * Wording.LOOKED_AT, piece + ": " + looks);
    }
}
