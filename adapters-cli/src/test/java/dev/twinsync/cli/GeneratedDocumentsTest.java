package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated from the Shapes and checked in says what the Shapes say. After a Shape has changed, write it anew with
 * {@code mvn -pl adapters-cli -am test -Dtest=GeneratedDocumentsTest -Dtwin.generate -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class GeneratedDocumentsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static Stream<Map.Entry<String, String>> documents() {
        return Schemas.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void is_what_the_shapes_say(Map.Entry<String, String> document) throws IOException {
        var file = ROOT.resolve(document.getKey());
        if (System.getProperty("twin.generate") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, document.getValue());
        }
        assertEquals(document.getValue(), Files.readString(file));
    }
}
