package dev.twinsync.domain.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.packages.Guards.Member;
import dev.twinsync.domain.packages.Guards.Root;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;

class GuardsTest {

    private static final Optional<Root> ESSENTIAL = Optional.of(new Root(0, "essential", "essential package"));
    private static final Optional<Root> INIT = Optional.of(new Root(1, "the init system", "the init system"));

    private static Member member(String name, Optional<Root> root, List<String> provides, List<List<String>> needs) {
        return new Member(new PackageName(name), root, provides, needs);
    }

    private static Member plain(String name, String... needs) {
        return member(name, Optional.empty(), List.of(), needs(needs));
    }

    private static Map<String, String> guards(Member... installed) {
        return Guards.of(List.of(installed)).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().text(), Map.Entry::getValue));
    }

    /** Each text is one dependency, its alternatives separated by a bar. */
    private static List<List<String>> needs(String... needs) {
        return Arrays.stream(needs).map(need -> List.of(need.split("\\|"))).toList();
    }

    @Test
    void libc6_is_not_essential_but_what_is_needs_it() {
        assertEquals(
                Map.of("bash", "essential", "libc6", "essential package bash needs it"),
                guards(member("bash", ESSENTIAL, List.of(), needs("libc6")), plain("libc6"), plain("htop", "libc6")));
    }

    @Test
    void needs_of_needs_are_kept_for_the_first_one() {
        assertEquals(
                "the init system systemd-sysv needs it",
                guards(
                                member("systemd-sysv", INIT, List.of(), needs("systemd")),
                                plain("systemd", "libmount1"),
                                plain("libmount1"))
                        .get("libmount1"));
    }

    @Test
    void every_installed_alternative_and_every_provider_is_kept() {
        assertEquals(
                Set.of("base-files", "mawk", "original-awk", "gpgv"),
                guards(
                                member("base-files", ESSENTIAL, List.of(), needs("awk", "gpgv|gpgv2")),
                                member("mawk", Optional.empty(), List.of("awk"), List.of()),
                                member("original-awk", Optional.empty(), List.of("awk"), List.of()),
                                plain("gpgv"),
                                plain("htop"))
                        .keySet());
    }

    @Test
    void a_foreign_package_is_kept_only_where_no_own_one_serves() {
        var bash = member("bash", ESSENTIAL, List.of(), needs("libc6", "tool"));
        assertEquals(
                Set.of("bash", "libc6", "tool:i386"),
                guards(bash, plain("libc6"), plain("libc6:i386"), plain("tool:i386"))
                        .keySet());
        assertEquals(
                Set.of("wine:i386", "libc6:i386"),
                guards(member("wine:i386", ESSENTIAL, List.of(), needs("libc6")), plain("libc6"), plain("libc6:i386"))
                        .keySet());
    }

    @Test
    void circles_end_and_a_reason_of_its_own_wins() {
        assertEquals(
                Map.of("dpkg", "essential", "tar", "essential", "libz", "essential package dpkg needs it"),
                guards(
                        member("tar", ESSENTIAL, List.of(), needs("libz", "dpkg")),
                        member("dpkg", ESSENTIAL, List.of(), needs("tar", "libz")),
                        plain("libz", "dpkg")));
    }

    @Test
    void of_several_reasons_the_nearest_is_told_then_the_strongest() {
        var apt = member("apt", INIT, List.of(), needs("libc6", "libapt"));
        var guards = guards(
                apt,
                member("bash", ESSENTIAL, List.of(), needs("libc6", "deep")),
                plain("deep", "libapt"),
                plain("libapt"),
                plain("libc6"));
        assertEquals("essential package bash needs it", guards.get("libc6"));
        assertEquals("the init system apt needs it", guards.get("libapt"));
    }

    @Test
    void the_order_of_packages_changes_nothing_and_no_need_of_a_kept_one_is_left_out() {
        Property.forAll(machines(), machine -> {
            var shuffled = new ArrayList<>(machine);
            Collections.shuffle(shuffled, new Random(5));
            var guards = Guards.of(machine);
            assertEquals(guards, Guards.of(shuffled));
            for (Member member : machine) {
                assertTrue(member.root().isEmpty() || guards.containsKey(member.name()));
                if (guards.containsKey(member.name())) {
                    member.needs().stream()
                            .flatMap(List::stream)
                            .filter(need -> machine.stream()
                                    .anyMatch(other -> other.name().text().equals(need)))
                            .forEach(need -> assertTrue(guards.containsKey(new PackageName(need)), need));
                }
            }
        });
    }

    private static Arbitrary<List<Member>> machines() {
        var name = Arbitraries.of("aa", "bb", "cc", "dd", "ee", "ff");
        return Combinators.combine(
                        name,
                        Arbitraries.of(ESSENTIAL, INIT, Optional.<Root>empty(), Optional.<Root>empty()),
                        name.list().ofMaxSize(2).list().ofMaxSize(2))
                .as((key, root, needs) -> member(key, root, List.of(), needs))
                .list()
                .ofMaxSize(6)
                .map(list -> List.copyOf(list.stream()
                        .collect(Collectors.toMap(Member::name, member -> member, (first, _) -> first))
                        .values()));
    }
}
