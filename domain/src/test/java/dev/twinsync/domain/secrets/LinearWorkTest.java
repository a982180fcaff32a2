package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.CountedLetters;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever can write a line into a log must not be able to keep twin busy: work grows with a line and no faster. */
class LinearWorkTest {

    private static final int SHORT = 4 << 10;

    /** Four times as long is to cost four times as much; what it costs to begin with may blur that a bit. */
    private static final int LONGER = 4;

    private static final int MOST_GROWTH = 6;

    /** Looks per letter of a line, where everything goes wrong that can. */
    private static final long MOST_LOOKS = 6000;

    static List<String> hostile() {
        return List.of(
                "x",
                " ",
                "\t",
                "=",
                ":",
                ",",
                "\"",
                "'",
                "\\",
                "\"'",
                "\\\"",
                "' ",
                "\" '",
                "a.",
                "a-",
                "A1",
                "/a",
                ",a",
                "(",
                "{",
                "<",
                "</",
                "<a>",
                "<a ",
                "<password>",
                "://",
                "://a",
                "://a:",
                "a:b@",
                "a@",
                "http://a ",
                "rtmp://a/",
                "hooks.slack.com/services/",
                "/hooks/",
                "discord.com/api/webhooks/1",
                "authorization: ",
                "authorization\"",
                "bearer ",
                "cookie: a=",
                "cookie",
                "WIFI:",
                "WIFI:;P:",
                "password",
                "password=",
                "password= ",
                "password: ",
                "password ",
                "password \"",
                "pass=\"",
                "pass='\\",
                "pass==",
                "pass:-",
                "${pass:-",
                "pass=,a",
                "pass=‹secret ",
                "pass => ",
                "define('PASS', ",
                "\"--pass\", ",
                "?token=",
                "name=value=",
                "name=\"a\" value=",
                "name=\"pass\" >",
                "{\"name\": \"pass\", \"value\": ",
                "key: ",
                "code: 1",
                "-p ",
                "-px ",
                "-pass ",
                "--password ",
                "mysql ",
                "mysql -p",
                "mysql;",
                "curl -u ",
                "curl -ua",
                "docker login ",
                "htpasswd -b ",
                "wpa_passphrase ",
                "openssl pass:",
                "echo ",
                "echo x | ",
                "echo x | sudo -S ",
                "echo x | chpasswd ",
                "printf",
                "'mysql -p' ",
                "\"'mysql -px' \"",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----a-----END ",
                "-----BEGIN A A A ",
                "A ",
                "invalid user ",
                "invalid user a from ",
                "FAILED LOGIN '",
                "FAILED LOGIN 'a' FOR '",
                "login a ",
                "login a password ",
                "community ",
                "createUser ",
                "createUser a MD5 ",
                "\"a\" \"",
                "a * ",
                "a:5432:",
                "a:*:",
                "a:b@c:",
                "assword send ",
                "passwd <<<",
                "user ",
                "user=a%",
                "login=a:",
                "{PLAIN}",
                "{SSHA}",
                "SCRAM-SHA-256$1:",
                "$6$",
                "$argon2id$",
                "MONITOR a 1 ",
                "[a]:1 ",
                "ghp_",
                "sk-a-",
                "SG.a.",
                "eyJaaaaaaaa.",
                "glpat-",
                "1234567890:AA",
                "‹secret ",
                "‹secret 0123456789abcdef›",
                "ü",
                "😀");
    }

    private static String line(String repeated, int length) {
        return repeated.repeat(length / repeated.length() + 1).substring(0, length);
    }

    private static void assertLinear(String what, ToLongFunction<String> looks) {
        assertLinear(what, List.of("", "password: "), _ -> true, looks);
    }

    private static void assertLinear(
            String what, List<String> beginnings, Predicate<String> isAsked, ToLongFunction<String> looks) {
        var tooMany = new ArrayList<String>();
        for (String before : beginnings) {
            for (String repeated : hostile().stream()
                    .filter(letters -> isAsked.test(before + letters + letters))
                    .toList()) {
                long few = looks.applyAsLong(before + line(repeated, SHORT));
                long many = looks.applyAsLong(before + line(repeated, LONGER * SHORT));
                if (many > MOST_GROWTH * few + SHORT || many > MOST_LOOKS * LONGER * SHORT) {
                    tooMany.add(before + repeated + "…: " + few + " looks, then " + many);
                }
            }
        }
        assertEquals(List.of(), tooMany, what);
    }

    static Stream<Rule> rules() {
        return Stream.concat(
                SecretScanner.rules().stream().filter(rule -> !(rule instanceof RuleGroup)),
                TokenFormats.rules().stream());
    }

    /** A line without a keyword of a rule is not shown to it. */
    @ParameterizedTest
    @MethodSource
    void rules(Rule rule) {
        var keywords = new Keywords(List.of(rule.keywords()));
        var beginnings = List.of("", "mysql -u x ");
        assertLinear(rule.toString(), beginnings, line -> keywords.in(line) != 0, line -> {
            var letters = new CountedLetters(line);
            rule.find(letters, _ -> {});
            return letters.looks();
        });
    }

    static Stream<Pattern> patternsOfValues() {
        return Stream.of(SecretValue.REFERENCE, SecretValue.BLANKED, SecretValue.CODE, SecretValue.LIKE_A_KEY);
    }

    @ParameterizedTest
    @MethodSource
    void patternsOfValues(Pattern pattern) {
        assertLinear(pattern.pattern(), line -> {
            var letters = new CountedLetters(line);
            pattern.matcher(letters).matches();
            return letters.looks();
        });
    }

    /** Words are looked at by their place in the line; a line that names its program again and again has many of them. */
    @Test
    void words_of_a_command() {
        assertLinear("words", line -> {
            var words = new CountedWords(Word.of(line));
            new CommandArguments().find(words, _ -> {});
            return words.looks;
        });
    }

    private static final class CountedWords extends AbstractList<Word> {

        private final List<Word> words;
        private long looks;

        CountedWords(List<Word> words) {
            this.words = words;
        }

        @Override
        public Word get(int index) {
            looks++;
            return words.get(index);
        }

        @Override
        public int size() {
            return words.size();
        }
    }

    @Test
    void keywords() {
        var all =
                new Keywords(SecretScanner.rules().stream().map(Rule::keywords).toList());
        assertLinear("keywords", line -> {
            var letters = new CountedLetters(line);
            all.in(letters);
            return letters.looks();
        });
    }

    @Test
    void a_rule_that_looks_on_from_each_letter_would_be_found_out() {
        var slow = Pattern.compile("p.*!");
        long[] looks = Stream.of(SHORT, LONGER * SHORT)
                .mapToLong(length -> {
                    var letters = new CountedLetters(line("p", length));
                    slow.matcher(letters).find();
                    return letters.looks();
                })
                .toArray();
        assertTrue(looks[1] > MOST_GROWTH * looks[0] + SHORT, looks[0] + " " + looks[1]);
    }
}
