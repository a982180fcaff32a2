package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.os.packages.Simulation.Arrival;
import dev.twinsync.port.Forecast.Effects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static Part part(String key, String needs, String opposes) {
        return new Part(key, List.of(), Relations.names(needs), Relations.names(opposes), 0);
    }

    private static Simulation simulation(List<String> arriving, Set<String> removals) {
        return new Simulation(
                arriving.stream()
                        .map(name -> new Arrival(name, Optional.empty(), "1"))
                        .toList(),
                removals);
    }

    private static Map<String, Effects> effects(
            Set<String> wanted, Set<String> removed, Simulation simulation, Part... parts) {
        return new Attribution(wanted, removed, simulation, Arrays.asList(parts)).effects();
    }

    @Test
    void what_comes_along_belongs_to_the_one_that_needs_it() {
        assertEquals(
                Map.of(
                        "htop",
                        new Effects(List.of("libnl"), List.of()),
                        "git",
                        new Effects(List.of("perl"), List.of())),
                effects(
                        Set.of("htop", "git", "tree"),
                        Set.of(),
                        simulation(List.of("libnl", "perl", "htop", "git", "tree"), Set.of()),
                        part("htop", "libnl", ""),
                        part("git", "perl", ""),
                        part("tree", "", "")));
    }

    @Test
    void needs_of_needs_and_of_several_are_told_at_each() {
        assertEquals(
                Map.of(
                        "a", new Effects(List.of("deep", "lib"), List.of()),
                        "b", new Effects(List.of("deep", "lib"), List.of())),
                effects(
                        Set.of("a", "b"),
                        Set.of(),
                        simulation(List.of("a", "b", "lib", "deep"), Set.of()),
                        part("a", "lib", ""),
                        part("b", "lib", ""),
                        part("lib", "deep, a", "")));
    }

    @Test
    void what_falls_with_a_removal_belongs_to_it() {
        assertEquals(
                Map.of("toy", new Effects(List.of(), List.of("toy-dep", "toy-dep-dep"))),
                effects(
                        Set.of("htop"),
                        Set.of("toy", "other"),
                        simulation(List.of("htop"), Set.of("toy", "toy-dep", "toy-dep-dep", "other")),
                        part("toy-dep", "toy", ""),
                        part("toy-dep-dep", "toy-dep", "")));
    }

    @Test
    void what_is_displaced_belongs_to_the_newcomer_with_all_that_falls_with_it() {
        assertEquals(
                Map.of("toy-conflict", new Effects(List.of(), List.of("toy", "toy-dep"))),
                effects(
                        Set.of("toy-conflict", "htop"),
                        Set.of(),
                        simulation(List.of("toy-conflict", "htop"), Set.of("toy", "toy-dep")),
                        part("toy-conflict", "", "toy"),
                        part("toy-dep", "toy", "")));
    }

    @Test
    void a_new_version_that_somebody_cannot_live_with() {
        var changed = new Simulation(
                List.of(new Arrival("lib", Optional.of("1"), "2"), new Arrival("htop", Optional.empty(), "1")),
                Set.of("old"));
        assertEquals(
                Map.of("lib", new Effects(List.of(), List.of("old"))),
                effects(Set.of("lib", "htop"), Set.of(), changed, part("old", "lib", ""), part("htop", "", "")));
    }

    @Test
    void what_nothing_explains_is_told_at_every_change() {
        assertEquals(
                Map.of(
                        "a", new Effects(List.of("odd"), List.of("lost")),
                        "b", new Effects(List.of(), List.of("lost"))),
                effects(Set.of("a"), Set.of("b"), simulation(List.of("a", "odd"), Set.of("b", "lost"))));
    }

    @Test
    void what_is_provided_counts_and_so_does_an_architecture() {
        var provider = new Part("exim", List.of("mta"), List.of(), List.of(), 0);
        assertEquals(
                Map.of("cron:i386", new Effects(List.of("exim"), List.of())),
                effects(
                        Set.of("cron:i386"),
                        Set.of(),
                        simulation(List.of("cron:i386", "exim"), Set.of()),
                        part("cron", "mta", ""),
                        provider));
    }

    @Test
    void what_comes_in_the_place_of_what_goes_belongs_to_the_removal_with_all_that_it_needs() {
        assertEquals(
                Map.of("exim", new Effects(List.of("lib", "postfix"), List.of())),
                effects(
                        Set.of("htop"),
                        Set.of("exim", "tree"),
                        simulation(List.of("htop", "lib", "postfix"), Set.of("exim", "tree")),
                        part("mailx", "exim | postfix", ""),
                        part("postfix", "lib", ""),
                        part("tree", "mailx", "")));
    }

    @Test
    void so_it_is_with_what_comes_in_the_place_of_what_is_displaced() {
        assertEquals(
                Map.of("new-mta", new Effects(List.of("other"), List.of("old-mta"))),
                effects(
                        Set.of("new-mta", "htop"),
                        Set.of(),
                        simulation(List.of("new-mta", "htop", "other"), Set.of("old-mta")),
                        part("new-mta", "", "old-mta"),
                        part("mailx", "old-mta | other", "")));
    }

    @Test
    void what_is_wanted_for_its_own_sake_comes_in_nobodys_place() {
        assertEquals(
                Map.of("mutt", new Effects(List.of("postfix"), List.of())),
                effects(
                        Set.of("mutt"),
                        Set.of("exim"),
                        simulation(List.of("mutt", "postfix"), Set.of("exim")),
                        part("mutt", "postfix", ""),
                        part("mailx", "exim | postfix", "")));
    }
}
