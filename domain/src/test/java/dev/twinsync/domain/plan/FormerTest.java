package dev.twinsync.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.domain.packages.Packages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What things were before a run touched them, put together from all of its actions. */
class FormerTest {

    private static Former<DesiredPackage, LivePackage, PackageAction> htop(String plugin, String version) {
        var seen = new LivePackage(
                new PackageName("htop"),
                LivePackage.Status.INSTALLED,
                Optional.of(new PackageVersion(version)),
                false,
                false,
                Optional.empty());
        return Former.ofOne(plugin, new Packages(), "htop", Optional.of(seen));
    }

    private static Former<DesiredPackage, LivePackage, PackageAction> nothing(String name) {
        return Former.ofOne("packages.debian", new Packages(), name, Optional.empty());
    }

    @Test
    void of_a_thing_that_was_touched_twice_what_it_was_first_counts() {
        var first = htop("packages.debian", "1");
        var together = Former.together(List.of(nothing("vim"), first, nothing("htop"), htop("packages.debian", "2")));
        assertEquals(List.of("vim", "htop"), List.copyOf(together.things().keySet()));
        assertEquals(Optional.empty(), together.things().get("vim"));
        assertEquals(first.things().get("htop"), together.things().get("htop"));
    }

    @Test
    void what_another_plugin_saw_is_not_mixed_in() {
        var formers = List.<Former<?, ?, ?>>of(nothing("vim"), htop("packages.flatpak", "1"));
        var refused = assertThrows(IllegalArgumentException.class, () -> Former.together(formers));
        assertEquals("packages.flatpak is not packages.debian", refused.getMessage());
    }
}
