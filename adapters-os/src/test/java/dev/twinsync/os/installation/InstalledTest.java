package dev.twinsync.os.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledTest {

    @TempDir
    private Path folder;

    private String jar(String place) throws IOException {
        var jar = folder.resolve(place).resolve("twin.jar");
        Files.createDirectories(jar.getParent());
        return Files.writeString(jar, "").toString();
    }

    private void origin(String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("lib/twin")).resolve("origin"), text);
    }

    @Test
    void what_is_packed_says_how() throws IOException {
        origin("deb\n");
        assertEquals(new Installed.Deb(), Installed.of(jar("lib/twin/app")));
        origin("archive\n");
        assertEquals(new Installed.Archive(folder), Installed.of(jar("lib/twin/app")));
        origin("nonsense\n");
        assertEquals(new Installed.Unknown(), Installed.of(jar("lib/twin/app")));
    }

    @Test
    void a_checkout_is_known_by_what_stands_above() throws IOException {
        var jar = jar("adapters-cli/target/app");
        assertEquals(new Installed.Unknown(), Installed.of(jar));
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.writeString(folder.resolve("twin"), "");
        assertEquals(new Installed.Checkout(folder), Installed.of(jar));
        assertEquals(new Installed.Unknown(), Installed.of(jar("adapters-os/target/app")));
    }

    @Test
    void what_is_no_jar_is_not_known() throws IOException {
        origin("deb");
        assertEquals(
                new Installed.Unknown(),
                Installed.of(folder.resolve("lib/twin/classes").toString()));
        assertEquals(new Installed.Unknown(), Installed.of(jar("lib/twin/app") + ":more.jar"));
        assertEquals(new Installed.Unknown(), Installed.of("twin.jar"));
    }
}
