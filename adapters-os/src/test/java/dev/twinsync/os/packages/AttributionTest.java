package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.os.packages.Simulation.Arrival;
import dev.twinsync.port.Forecast.Effects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static Part part(String key, String needs, String opposes) {
        return new Part(key, List.of(), Relations.parse(needs), Relations.names(opposes), 0);
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
        var arrives = Arrays.stream(parts)
                .collect(Collectors.partitioningBy(part -> simulation.arriving().stream()
                        .anyMatch(name -> Part.plain(name).equals(part.key()))));
        return new Attribution(wanted, removed, simulation, new Parts(arrives.get(true), arrives.get(false))).effects();
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

    private static Arrival anew(String name) {
        return new Arrival(name, Optional.empty(), "1");
    }

    private static Arrival changed(String name) {
        return new Arrival(name, Optional.of("1"), "2");
    }

    @Test
    void another_version_of_what_the_bereft_needs_besides_comes_in_nobodys_place() {
        var simulation = new Simulation(
                List.of(changed("perl-base"), changed("perl"), anew("postfix")), Set.of("exim4-daemon-light"));
        var postfix = new Part("postfix", List.of("mail-transport-agent"), List.of(), List.of("exim4-daemon-light"), 0);
        var exim = new Part("exim4-daemon-light", List.of("mail-transport-agent"), List.of(), List.of(), 0);
        var there = List.of(
                part("perl-base", "", ""),
                part("perl", "perl-base", ""),
                exim,
                part("logwatch", "perl, default-mta | mail-transport-agent", ""));
        var arriving = List.of(part("perl-base", "", ""), part("perl", "perl-base", ""), postfix);
        var perl = new Effects(List.of("perl"), List.of());
        assertEquals(
                Map.of("perl-base", perl, "postfix", perl),
                new Attribution(
                                Set.of("perl-base", "postfix"),
                                Set.of("exim4-daemon-light"),
                                simulation,
                                new Parts(arriving, there))
                        .effects());
    }

    @Test
    void one_that_the_bereft_needs_besides_comes_in_nobodys_place() {
        assertEquals(
                Map.of("htop", new Effects(List.of("odd"), List.of())),
                effects(
                        Set.of("htop"),
                        Set.of("exim"),
                        simulation(List.of("htop", "odd"), Set.of("exim")),
                        part("logwatch", "exim | mta, odd", "")));
    }

    private static Map<String, Effects> withoutOldLibrary(Set<String> wanted, Arrival... more) {
        var arrivals = Stream.concat(Stream.of(anew("libfoo2"), changed("p")), Stream.of(more));
        return new Attribution(
                        wanted,
                        Set.of("libfoo1", "tree"),
                        new Simulation(arrivals.toList(), Set.of("libfoo1", "tree")),
                        new Parts(
                                List.of(part("libfoo2", "", ""), part("p", "libfoo2", "")),
                                List.of(part("p", "libfoo1", ""), part("libfoo1", "", ""))))
                .effects();
    }

    @Test
    void another_version_that_does_without_what_goes_belongs_to_the_removal() {
        var told = Map.of("libfoo1", new Effects(List.of("libfoo2", "p"), List.of()));
        assertEquals(told, withoutOldLibrary(Set.of()));
        assertEquals(told, withoutOldLibrary(Set.of("htop"), anew("htop")));
    }

    @Test
    void another_version_of_what_could_stay_does_not_belong_to_the_removal() {
        var simulation = new Simulation(List.of(anew("htop"), changed("p")), Set.of("exim"));
        assertEquals(
                Map.of("htop", new Effects(List.of("p"), List.of())),
                new Attribution(
                                Set.of("htop"),
                                Set.of("exim"),
                                simulation,
                                new Parts(
                                        List.of(part("p", "exim | postfix", "")),
                                        List.of(part("p", "exim | postfix", ""), part("postfix", "", ""))))
                        .effects());
    }

    @Test
    void what_nothing_explains_is_told_at_the_removals_where_nothing_else_is_planned() {
        assertEquals(
                Map.of("a", new Effects(List.of("odd"), List.of()), "b", new Effects(List.of("odd"), List.of())),
                effects(Set.of(), Set.of("a", "b"), simulation(List.of("odd"), Set.of("a", "b"))));
    }
}
