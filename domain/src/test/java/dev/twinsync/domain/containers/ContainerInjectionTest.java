package dev.twinsync.domain.containers;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.containers.VariableWish.Plain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would become another path or query of the engine's interface, another mount, or something nobody can see. */
class ContainerInjectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-web",
                ".",
                "..",
                "../web",
                "web/json",
                "web?force=1",
                "web#x",
                "web%2f..",
                "web&v=1",
                "web\n",
                "web\u0000",
                "w eb",
                "web ",
                "/web",
                "w\u00e9b",
                "web\u200b",
                "\u202ebew",
                "web\r\nHost: x"
            })
    void a_name_that_would_lead_elsewhere_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new ContainerName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-nginx",
                "NGINX",
                "nginx:",
                "nginx:-x",
                "nginx@sha256:1",
                "nginx?tag=x",
                "nginx&fromSrc=http://x",
                "http://x/nginx",
                "../nginx",
                "a/../b",
                "nginx:1 2",
                "nginx\n",
                "nginx\u0000",
                "n\u0430ginx",
                "registry.example:99999999/x",
                "-registry.example/x",
                "a//b",
                "/a",
                "a/"
            })
    void an_image_that_would_lead_elsewhere_is_refused(String image) {
        assertThrows(IllegalArgumentException.class, () -> new ImageName(image));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data",
                "data:data",
                "./x:/x",
                "../x:/x",
                "/a/../etc:/x",
                "/a/..:/x",
                "/..:/x",
                "data:/x/../etc",
                "data:/x:z",
                "data:/x:ro,rw",
                "data:/x:ro:rw",
                "a:b:/x",
                "-v:/x",
                "da ta:/x",
                "data:/x\n",
                "/a\u0000b:/x",
                "/a\u202eb:/x",
                "/x:ro"
            })
    void a_volume_that_would_be_another_is_refused(String volume) {
        assertThrows(IllegalArgumentException.class, () -> Volume.parse(volume));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A=B", "A B", "A\n", "A\u0000", "A\u200b", "=A"})
    void a_name_that_would_be_two_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> environment(name));
        assertThrows(IllegalArgumentException.class, () -> labels(name));
    }

    private static ContainerSpec environment(String name) {
        return spec(Optional.of(Map.of(name, new Plain("x"))), Optional.empty(), Optional.empty());
    }

    private static ContainerSpec labels(String name) {
        return spec(Optional.empty(), Optional.of(Map.of(name, "x")), Optional.empty());
    }

    private static ContainerSpec spec(
            Optional<Map<String, VariableWish>> environment,
            Optional<Map<String, String>> labels,
            Optional<List<String>> command) {
        return new ContainerSpec(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                command,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                environment,
                labels,
                IsolationWish.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u001b[2J", "\u0085", "\ud800", "\u007f"})
    void text_that_is_none_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Plain(text));
        assertThrows(IllegalArgumentException.class, () -> new FromFile("/" + text));
        assertThrows(
                IllegalArgumentException.class,
                () -> spec(Optional.empty(), Optional.of(Map.of("a", text)), Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> spec(Optional.empty(), Optional.empty(), Optional.of(List.of("sh", text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root/.db", "~/.db", "$HOME/.db", "", "-", "/root/\n"})
    void a_file_that_is_no_path_is_refused(String path) {
        assertThrows(IllegalArgumentException.class, () -> new FromFile(path));
    }
}
