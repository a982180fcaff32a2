package dev.twinsync.domain.predecessor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The crontab of the port to Python, whose entries may be lines or maps. */
class OldCrontabTest {

    private final List<LeftOut> leftOut = new ArrayList<>();

    private Optional<OldCrontab> crontab(Tree... entries) {
        var root = Tree.map().put("entries", Tree.list(List.of(entries))).build();
        return OldCrontab.of(new OldTree("state/cron.yaml", root, leftOut));
    }

    private static Tree entry(String command, String enabled) {
        return Tree.map()
                .put("schedule", "0 3 * * *")
                .put("command", command)
                .put("enabled", Tree.literal(enabled))
                .build();
    }

    @Test
    void entries_are_lines_whatever_they_are_written_as() {
        var crontab = crontab(Tree.text("@daily x"), entry("y", "True"));
        assertEquals(List.of("@daily x", "0 3 * * * y"), crontab.orElseThrow().lines());
        assertEquals(List.of(), leftOut);
    }

    /** As PyYAML read them: it would run as root what somebody had switched off. */
    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "no", "off"})
    void what_was_switched_off_is_no_wish_and_is_told(String word) {
        var crontab = crontab(entry("dangerous", word), Tree.text("@daily x"));
        assertEquals(List.of("@daily x"), crontab.orElseThrow().lines());
        assertEquals(1, leftOut.size());
        assertTrue(leftOut.getFirst().reason().startsWith("is switched off"), leftOut::toString);
        assertEquals(Optional.empty(), crontab(entry("dangerous", word)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "flase"})
    void what_may_be_switched_off_is_no_wish_and_is_told(String word) {
        assertEquals(Optional.empty(), crontab(entry("dangerous", word)));
        assertEquals(
                List.of("enabled: " + word + " is neither true nor false"),
                leftOut.stream().map(LeftOut::reason).toList());
    }

    @Test
    void nor_is_what_says_a_list_of_it() {
        var entry = Tree.map()
                .put("schedule", "0 3 * * *")
                .put("command", "dangerous")
                .put("enabled", Tree.list(List.of(Tree.text("no"))))
                .build();
        assertEquals(Optional.empty(), crontab(entry));
        assertEquals(1, leftOut.size(), leftOut::toString);
    }

    @Test
    void what_is_no_entry_is_told() {
        assertEquals(Optional.empty(), crontab(Tree.list(List.of(Tree.text("a")))));
        assertEquals(1, leftOut.size());
        assertTrue(leftOut.getFirst().reason().endsWith("where an entry should be"), leftOut::toString);
    }
}
