package dev.twinsync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.Supervisor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two kinds that read the same document, each its part. */
class SharedDocumentTest {

    private static final List<Kind<?, ?, ?>> KINDS = List.of(new HomeAssistantConfig(true), new Supervisor());

    @ParameterizedTest
    @ValueSource(strings = {"managed_files", "config_unavailable", "supervisor_not_seen"})
    void a_key_that_is_no_part_of_the_wishes_is_told_once_with_those_of_all_parts(String key) {
        assertEquals(
                List.of("unknown key \"" + key + "\"; known here: addons, config_files, repositories, versions"),
                problems(KINDS.stream().map(FragmentShapes::desired), key));
    }

    @Test
    void what_one_part_says_of_not_being_seen_is_none_of_the_other_ones_business() {
        assertEquals(List.of(), problems(Stream.of(FragmentShapes.live(new Supervisor())), "config_unavailable"));
        assertEquals(
                List.of(),
                problems(Stream.of(FragmentShapes.live(new HomeAssistantConfig(true))), "supervisor_not_seen"));
    }

    private static List<String> problems(Stream<? extends Shape<?>> shapes, String key) {
        var document = Tree.map().put(key, Tree.text("x")).build();
        return Reading.all(shapes.map(shape -> shape.read(document).<Object>map(value -> value))
                        .toList())
                .problems()
                .stream()
                .map(problem -> problem.message())
                .toList();
    }
}
