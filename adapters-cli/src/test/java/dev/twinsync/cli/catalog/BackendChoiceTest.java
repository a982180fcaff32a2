package dev.twinsync.cli.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.cli.Machines;
import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.containers.Containers;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.Simulated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two plugins reads a document that both could read. */
class BackendChoiceTest {

    @TempDir
    private Path folder;

    private GitTwinRepo repo;

    @BeforeEach
    void an_empty_repository() throws IOException {
        repo = new GitTwinRepo(folder.resolve("device"), folder, (_, _) -> List.of());
        repo.create(Map.of("config.yaml", new byte[0]));
    }

    private String chosen(boolean dockerIsHere, boolean podmanIsHere) throws IOException {
        return new BackendChoice(repo, Machines.here(folder))
                .among(List.of(
                        candidate("containers.docker", ContainerEngine.DOCKER, dockerIsHere),
                        candidate("containers.podman", ContainerEngine.PODMAN, podmanIsHere)))
                .name();
    }

    private static BuiltIn candidate(String name, ContainerEngine engine, boolean isHere) {
        var kind = new Containers(engine);
        return new Ordinary<>(name, kind, _ -> new Simulated<>(kind, List.of())).where(_ -> isHere);
    }

    private void wish(String text) throws IOException {
        Files.createDirectories(repo.root().resolve("state"));
        Files.writeString(repo.root().resolve("state/containers.yaml"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, containers.docker",
        "true, false, containers.docker",
        "false, true, containers.podman",
        "false, false, containers.docker"
    })
    void without_a_document_it_is_the_first_that_is_on_the_machine(boolean docker, boolean podman, String plugin)
            throws IOException {
        assertEquals(plugin, chosen(docker, podman));
    }

    @ParameterizedTest
    @CsvSource({"docker, containers.docker", "podman, containers.podman"})
    void the_document_decides_whatever_is_on_the_machine(String backend, String plugin) throws IOException {
        wish("backend: " + backend + "\nservices: []\n");
        assertEquals(plugin, chosen(true, true));
        assertEquals(plugin, chosen(false, false));
    }

    @Test
    void a_document_decides_also_where_the_rest_of_it_cannot_be_read() throws IOException {
        wish("backend: podman\nservices: nonsense\n");
        assertEquals("containers.podman", chosen(true, false));
    }

    @Test
    void what_names_nothing_that_there_is_goes_to_the_first_which_complains_of_it() throws IOException {
        wish("backend: dokcer\nservices: []\n");
        assertEquals("containers.docker", chosen(false, true));
        var problems = repo.read(Layout.desired(new Containers(ContainerEngine.DOCKER)))
                .problems();
        assertEquals(
                List.of(
                        "state/containers.yaml:1:10 expected docker or podman, found \"dokcer\"; did you mean \"docker\"?"),
                problems.stream().map(Object::toString).toList());
    }
}
