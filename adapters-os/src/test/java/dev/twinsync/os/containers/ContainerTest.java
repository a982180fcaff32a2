package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerTest {

    private static Container container(String variables) {
        var text = "{\"Config\": {\"Env\": [" + variables + "]}}";
        return switch (JsonReader.read(text)) {
            case Reading.Value<Tree>(var tree) -> new Container(new Facts(tree));
            case Reading.Wrong<Tree>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static final Container OF_PODMAN = container("\"container=podman\", \"HOME=/own\"");

    @Test
    void only_podman_sets_a_home() {
        assertTrue(OF_PODMAN.isOfPodmanWithHome());
        assertFalse(container("\"container=podman\"").isOfPodmanWithHome());
        assertFalse(container("\"HOME=/own\"").isOfPodmanWithHome());
    }

    @Test
    void a_home_that_no_command_names_is_the_engines() {
        assertEquals(Optional.of("/own"), OF_PODMAN.madeBy(List.of()).homeOfEngine());
        assertEquals(
                Optional.of("/own"),
                OF_PODMAN
                        .madeBy(List.of("podman", "run", "-e", "HOMER=/own", "toy", "MY_HOME=/own"))
                        .homeOfEngine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOME=/own", "-eHOME=/own", "--env=HOME=/own", "HOME", "--env=HOME"})
    void a_home_that_the_command_names_was_chosen(String word) {
        assertEquals(
                Optional.empty(),
                OF_PODMAN.madeBy(List.of("podman", "run", word, "toy")).homeOfEngine());
    }
}
