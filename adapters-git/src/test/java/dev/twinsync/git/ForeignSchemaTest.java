package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignSchema;
import dev.twinsync.domain.foreign.ForeignWish;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.git.yaml.YamlTree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@code schema.yaml} of other people may say, and what documents may say then. */
class ForeignSchemaTest {

    private static final String SCHEMA = """
            type: object
            properties:
              toys:
                type: array
                items:
                  type: object
                  properties:
                    toy: {type: string, pattern: "^[a-z/]+$"}
                    ensure: {enum: [present, absent]}
                    colour: {enum: [red, blue]}
                    big: {type: boolean}
                    count: {type: integer}
                    parts: {type: array, items: {type: string, pattern: "^[a-z]+$"}}
                    labels: {type: object, additionalProperties: {type: string}}
                    token: {type: string}
                  required: [colour]
                  additionalProperties: false
                  x-key: toy
                  x-seen: [token]
                  x-secret: [token]
            additionalProperties: false
            """;

    private static Reading<ForeignSchema> schema(String yaml) {
        return YamlTree.read("schema.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .then(ForeignSchema::read);
    }

    private static Foreign kind(String yaml) {
        return switch (schema(yaml)) {
            case Reading.Value<ForeignSchema>(var read) -> new Foreign(read);
            case Reading.Wrong<ForeignSchema>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static String words(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static Reading<List<ForeignWish>> wishes(Foreign kind, String yaml) {
        return YamlTree.read("state/toys.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .then(FragmentShapes.desired(kind)::read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    big: {type: boolean}     | big: {type: number}              | schema.yaml:11:21 expected string or boolean
                    big: {type: boolean}     | big: {type: boolean, format: x}  | schema.yaml:11:30 unknown key "format"
                    big: {type: boolean}     | big: {pattern: x}                | schema.yaml:11:14 "type" is missing
                    big: {type: boolean}     | big: {type: boolean, pattern: x} | schema.yaml:11:14 pattern and enum are of a string
                    big: {type: boolean}     | big: {$ref: "#/x"}               | schema.yaml:11:15 unknown key "$ref"
                    big: {type: boolean}     | big: {type: array}               | schema.yaml:11:14 "items" is missing
                    big: {type: boolean}     | big: {type: object}              | schema.yaml:11:14 "additionalProperties" is missing
                    big: {type: boolean}     | big: {type: array, items: {type: boolean}} | schema.yaml:11:35 expected a string
                    big: {type: boolean}     | big: {type: string, pattern: "("}  | is no regular expression
                    big: {type: boolean}     | op: {type: boolean}              | schema.yaml:11:9 "op" is a word of twin's own
                    big: {type: boolean}     | Big: {type: boolean}             | schema.yaml:11:9 a property is called by
                    ensure: {enum: [present, absent]} | ensure: {type: string}  | schema.yaml:9:9 each thing has "ensure
                    x-key: toy               | x-key: tox                       | schema.yaml:18:14 "x-key" must name
                    x-key: toy               | x-key: colour                    | from ^ to $
                    pattern: "^[a-z/]+$"     | pattern: "[a-z/]+"               | schema.yaml:8:9 the key is a string with a pattern
                    required: [colour]       | required: [color]                | schema.yaml:16:18 there is no property "color"; did you mean "colour"?
                    required: [colour]       | required: [token]                | schema.yaml:19:15 token cannot be only seen
                    x-seen: [token]          | x-seen: [toy, token]             | toy cannot be only seen
                    x-seen: [token]          | x-seen: []                       | a secret does not stand in a wish
                    x-secret: [token]        | x-secret: [labels]               | a secret does not stand in a wish
                    additionalProperties: false\\n      x-key | additionalProperties: true\\n      x-key | schema.yaml:17:29 expected false
                    type: array\\n    items:\\n      type: object | type: array\\n    minItems: 1\\n    items:\\n      type: object | unknown key "minItems"
                    """)
    void what_twin_does_not_know_is_an_error_with_its_place(String line, String other, String words) {
        var text = SCHEMA.replace(inLines(line), inLines(other));
        assertNotEquals(SCHEMA, text);
        var problems = words(schema(text).problems());
        assertTrue(problems.contains(words), problems);
    }

    /** Of a line of the table, in which an end of line is written as two letters. */
    private static String inLines(String text) {
        return text.strip().replace("\\n", "\n");
    }

    @Test
    void it_is_read() {
        assertEquals("toys", kind(SCHEMA).name());
        assertEquals("only seen, masked", kind(SCHEMA).words().get("token"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {toy: ball}                              | state/toys.yaml:2:5 "colour" is missing
                    {toy: ball, colour: green}               | state/toys.yaml:2:25 expected red or blue
                    {toy: Ball, colour: red}                 | state/toys.yaml:2:11 "Ball" does not fit
                    {toy: --all, colour: red}                | state/toys.yaml:2:11 "--all" cannot be the toy
                    {toy: "ball\\n", colour: red}            | does not fit
                    {toy: ball, colour: red, size: 1}        | state/toys.yaml:2:30 unknown key "size"
                    {toy: ball, colour: red, token: x}       | unknown key "token"
                    {toy: ball, colour: red, big: "true"}    | expected true or false
                    {toy: ball, colour: red, count: 1.5}     | expected a whole number
                    {toy: ball, colour: red, parts: [a, B]}  | "B" does not fit
                    {toy: ball, colour: red, labels: {a: "\\u0007"}} | holds what is no letter
                    {toy: ball, ensure: absent, colour: red} | unknown key "colour"
                    {toy: ball, ensure: gone}                | expected present or absent
                    """)
    void a_wish_that_does_not_fit_is_an_error_with_its_place(String entry, String words) {
        var problems =
                words(wishes(kind(SCHEMA), "toys:\n  - " + entry.strip() + "\n").problems());
        assertTrue(problems.contains(words), problems);
    }

    @Test
    void a_wish_that_fits_is_read() {
        var yaml =
                "toys:\n  - {toy: ball, colour: red, parts: [a], labels: {a: b}, count: 7}\n  - {toy: car, ensure: absent}\n";
        assertEquals(List.of(), wishes(kind(SCHEMA), yaml).problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+b$", "^(?:EMPTY)[^a/]$", "^a+/(?:EMPTY)$b"})
    void a_pattern_that_goes_back_and_forth_without_end_is_through_in_time(String said) {
        var evil = kind(SCHEMA.replace("^[a-z/]+$", said.replace("EMPTY", "(?:|)".repeat(60)) + "$"));
        var yaml = "toys:\n  - {toy: " + "a".repeat(60) + "/, colour: red}\n";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            var problems = words(wishes(evil, yaml).problems());
            assertTrue(problems.contains("state/toys.yaml:2:11"), problems);
            assertTrue(problems.contains("does not fit"), problems);
        });
    }

    @Test
    void a_pattern_that_takes_too_long_is_stopped() {
        var everySecond = IntStream.range(0x100, 0x180)
                .filter(letter -> letter % 2 == 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        var slow = kind(SCHEMA.replace("^[a-z/]+$", "^(?:[a" + everySecond + "]{0,500}){0,9}b$"));
        var yaml = "toys:\n  - {toy: " + "a".repeat(250) + "/, colour: red}\n";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            var problems = words(wishes(slow, yaml).problems());
            assertTrue(problems.contains("takes too long"), problems);
        });
    }

    /** Java's own expressions would end the command with a stack that is too deep. */
    @Test
    void a_pattern_of_very_many_groups_is_an_error_with_its_place() {
        var deep = SCHEMA.replace("^[a-z/]+$", "^" + "(".repeat(400) + "a|b" + ")".repeat(400) + "*$");
        var problems = words(schema(deep).problems());
        assertTrue(problems.contains("schema.yaml:8:"), problems);
        assertTrue(problems.contains("is no regular expression"), problems);
    }

    /** Each way through an expression, and not only the first, must reach from {@code ^} to {@code $}. */
    @ParameterizedTest
    @ValueSource(strings = {"^[a-z]+|x$", "^x|[a-z]+$", "^[a-z]+\\\\$|^[a-z]+$|^y|$"})
    void a_key_fits_from_its_first_letter_to_its_last(String pattern) {
        var kind = kind(SCHEMA.replace("^[a-z/]+$", pattern));
        var problems = words(
                wishes(kind, "toys:\n  - {toy: \"a; rm b\", colour: red}\n").problems());
        assertTrue(problems.contains("state/toys.yaml:2:11"), problems);
        assertTrue(problems.contains("does not fit"), problems);
    }
}
