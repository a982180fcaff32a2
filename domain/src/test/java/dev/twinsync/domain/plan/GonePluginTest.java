package dev.twinsync.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever reads of a plugin that there is not any more is told how to bring it back. */
class GonePluginTest {

    private static final Tree TOYS =
            Tree.map().put("packages.toy", Tree.list(List.of())).build();

    private static String only(Reading<?> reading) {
        assertEquals(1, reading.problems().size(), reading::toString);
        return reading.problems().getFirst().message();
    }

    @Test
    void a_run_and_what_was_before_it_name_the_folder_that_is_missing() {
        var former = only(new FormersShape(Map.of()).read(TOYS));
        var section = only(
                new SectionsShape(Map.of()).read(Tree.map().put("actions", TOYS).build()));
        assertEquals(former, section);
        assertTrue(former.startsWith("no such plugin: \"packages.toy\""), former);
        assertTrue(former.contains("git checkout COMMIT -- plugins/packages.toy"), former);
    }

    @Test
    void the_name_of_a_plugin_is_one_word_of_the_command() {
        var message = GonePlugin.message("a;rm -rf x");
        assertTrue(message.contains("git checkout COMMIT -- 'plugins/a;rm -rf x'"), message);
    }
}
