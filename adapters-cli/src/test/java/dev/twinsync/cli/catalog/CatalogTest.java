package dev.twinsync.cli.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.twinsync.cli.Machines;
import dev.twinsync.domain.cron.Cron;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.port.SimulatedRepo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each entry of the catalog says of its plugin. Nothing is looked at. */
class CatalogTest {

    @TempDir
    private Path folder;

    private Equipment equipment() {
        var redaction = new Redaction(_ -> "0123456789abcdef", Set.of());
        return new Equipment(new SimulatedRepo(), Configuration.DEFAULT, redaction, Machines.here(folder));
    }

    static List<BuiltIn> plugins() {
        return Catalog.PLUGINS;
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void root_is_not_asked_for_what_root_side_has_not(BuiltIn plugin) {
        assertEquals(plugin.isPersonal(), plugin.equipped(equipment()).backend().isPersonal(), plugin.name());
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void it_is_the_same_plugin_in_use_and_in_service(BuiltIn plugin) {
        var inUse = plugin.equipped(equipment()).plugin();
        assertEquals(plugin.name(), inUse.name());
        assertEquals(plugin.kind().getClass(), inUse.kind().getClass());
        var served = plugin.hosted(Machines.here(folder));
        assertEquals(plugin.kind().getClass(), served.kind().getClass());
        assertEquals(plugin.isPersonal(), served.backend().isPersonal());
    }

    @Test
    void the_order_in_which_things_are_brought_about_is_that_of_the_entries() throws IOException {
        var places = equipment().all().stream()
                .map(equipped -> List.copyOf(Catalog.kinds().keySet())
                        .indexOf(equipped.plugin().name()))
                .toList();
        assertEquals(places.stream().sorted().toList(), places);
        assertEquals(Catalog.choices().size(), places.size(), "one of each that may stand for each other");
    }

    @Test
    void only_what_is_used_is_made() {
        var plugin = new Ordinary<>("cron.test", new Cron(), _ -> fail("nobody asked for it"));
        assertEquals("cron.test", plugin.name());
        assertTrue(plugin.isOn(Machines.here(folder)));
    }
}
