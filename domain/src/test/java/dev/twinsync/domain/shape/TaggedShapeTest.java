package dev.twinsync.domain.shape;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.packages.Packages;
import org.junit.jupiter.api.Test;

class TaggedShapeTest {

    @Test
    void who_writes_a_bare_name_is_told_how_an_entry_begins() {
        var wish = Tree.text("htop");

        assertTrue(new Packages()
                .desired()
                .read(wish)
                .problems()
                .getFirst()
                .message()
                .startsWith("expected a map with name, "));
        assertTrue(new Files()
                .desired()
                .read(wish)
                .problems()
                .getFirst()
                .message()
                .startsWith("expected a map with path, "));
    }
}
