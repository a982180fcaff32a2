package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

class KeywordsTest {

    private record Case(List<List<String>> rules, String line) {}

    private static Arbitrary<Case> cases() {
        var words = Arbitraries.strings().withChars("abK-").ofMinLength(1).ofMaxLength(4);
        var rules = words.list().ofMaxSize(4).list().ofMaxSize(8);
        // the sign of Kelvin is a k once it is made small, and the dotless i none
        var lines =
                Arbitraries.strings().withChars("aAbBkK-\u212a\u0131\ud800é ").ofMaxLength(20);
        return Combinators.combine(rules, lines).as(Case::new);
    }

    private static String small(String text) {
        var small = new StringBuilder();
        text.chars().forEach(letter -> small.append((char) (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter)));
        return small.toString();
    }

    @Test
    void a_rule_is_named_where_the_line_has_one_of_its_words_and_nowhere_else() {
        Property.forAll(cases(), example -> {
            long expected = 0;
            for (int rule = 0; rule < example.rules().size(); rule++) {
                boolean has = example.rules().get(rule).stream()
                        .anyMatch(word -> small(example.line()).contains(small(word)));
                expected |= has ? Keywords.bit(rule) : 0;
            }
            assertEquals(expected, new Keywords(example.rules()).in(example.line()));
        });
    }

    @Test
    void the_last_of_64_rules_is_named_and_more_are_refused() {
        var rules = Collections.nCopies(63, List.of("x"));
        var all = new ArrayList<>(rules);
        all.add(List.of("last"));
        assertEquals(Keywords.bit(63), new Keywords(all).in("at LAST"));
        all.add(List.of("more"));
        assertThrows(IllegalArgumentException.class, () -> new Keywords(all));
    }
}
