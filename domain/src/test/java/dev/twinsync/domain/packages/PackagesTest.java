package dev.twinsync.domain.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.packages.DesiredPackage.Absent;
import dev.twinsync.domain.packages.DesiredPackage.Present;
import dev.twinsync.domain.packages.DesiredPackage.Source;
import dev.twinsync.domain.packages.LivePackage.Status;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class PackagesTest extends KindLaws<DesiredPackage, LivePackage, PackageAction> {

    private static final Packages PACKAGES = new Packages();
    private static final PackageName LIBC = new PackageName("libc6");

    @Override
    protected Kind<DesiredPackage, LivePackage, PackageAction> kind() {
        return PACKAGES;
    }

    private static Arbitrary<PackageName> name() {
        return Arbitraries.of("htop", "git", "libc6", "g++", "libc6:i386").map(PackageName::new);
    }

    private static Arbitrary<PackageVersion> version() {
        return Arbitraries.of("1.0", "1:2.3-4", "2.0~rc1", "1.10").map(PackageVersion::new);
    }

    @Override
    protected Arbitrary<DesiredPackage> wish() {
        var truth = Arbitraries.of(true, false);
        Arbitrary<DesiredPackage> present = Combinators.combine(
                        name(), version().optional(), truth.optional(), truth)
                .as((name, version, hold, automatic) -> new Present(name, Source.APT, version, hold, automatic));
        Arbitrary<DesiredPackage> absent = name().map(name -> new Absent(name, Source.APT));
        return Arbitraries.oneOf(present, absent);
    }

    @Override
    protected Arbitrary<LivePackage> seen() {
        var truth = Arbitraries.of(true, false);
        Arbitrary<LivePackage> installed = Combinators.combine(
                        name(),
                        version(),
                        truth,
                        truth,
                        Arbitraries.of("essential").optional())
                .as((name, version, automatic, hold, guard) ->
                        new LivePackage(name, Status.INSTALLED, Optional.of(version), automatic, hold, guard));
        Arbitrary<LivePackage> other = Combinators.combine(
                        name(), version(), Arbitraries.of(Status.CONFIG_FILES, Status.BROKEN))
                .as((name, version, status) ->
                        new LivePackage(name, status, Optional.of(version), false, false, Optional.empty()));
        return Arbitraries.oneOf(installed, other);
    }

    @Override
    protected Arbitrary<PackageAction> action() {
        return Combinators.combine(name(), version(), Arbitraries.integers().between(0, 6))
                .as((name, version, op) -> switch (op) {
                    case 0 -> new PackageAction.Install(name, Optional.of(version));
                    case 1 -> new PackageAction.ChangeVersion(name, version);
                    case 2 -> new PackageAction.Remove(name);
                    case 3 -> new PackageAction.Hold(name);
                    case 4 -> new PackageAction.Unhold(name);
                    case 5 -> new PackageAction.MarkManual(name);
                    default -> new PackageAction.MarkAutomatic(name);
                });
    }

    @Override
    protected boolean agrees(DesiredPackage wish, Optional<LivePackage> found) {
        var installed = found.filter(seen -> seen.status() == Status.INSTALLED);
        return switch (wish) {
            case Absent(var _, var _) ->
                installed.isEmpty()
                        && found.filter(seen -> seen.status() == Status.BROKEN).isEmpty();
            case Present(var _, var _, var version, var hold, var automatic) ->
                installed
                        .filter(seen -> version.isEmpty() || version.equals(seen.version()))
                        .filter(seen -> hold.isEmpty() || hold.get() == seen.hold())
                        .filter(seen -> automatic == seen.automatic())
                        .isPresent();
        };
    }

    @Test
    void removing_what_the_machine_needs_is_blocked_with_the_reason() {
        var libc = new LivePackage(
                LIBC,
                Status.INSTALLED,
                Optional.of(new PackageVersion("2.36-9")),
                true,
                false,
                Optional.of("essential package bash needs it"));
        assertEquals(
                List.of(new Step.Blocked<PackageAction>(
                        "libc6", "this machine must not lose it: essential package bash needs it")),
                PACKAGES.plan(List.of(new Absent(LIBC, Source.APT)), new Observation.Seen<>(List.of(libc))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssh-server", "sudo", "network-manager", "ifupdown", "wpasupplicant:arm64"})
    void removing_the_way_in_is_destructive(String name) {
        assertEquals(Risk.DESTRUCTIVE, new PackageAction.Remove(new PackageName(name)).risk());
        assertEquals(Risk.HIGH, new PackageAction.Remove(new PackageName("htop")).risk());
    }

    @Test
    void a_one_line_list_removes_nothing() {
        var libc = new LivePackage(
                LIBC, Status.INSTALLED, Optional.of(new PackageVersion("2.36-9")), true, false, Optional.empty());
        var htop = new Present(new PackageName("htop"), Source.APT, Optional.empty(), Optional.empty(), false);
        assertEquals(
                List.of(new Step.Do<PackageAction>(
                        new PackageAction.Install(htop.name(), Optional.empty()), "declared present, not installed")),
                PACKAGES.plan(List.of(htop), new Observation.Seen<>(List.of(libc))));
    }

    @Test
    void what_was_left_half_done_and_is_to_be_absent_is_removed_and_not_finished() {
        assertEquals("dpkg left it half done; run: sudo apt-get remove toy", whyNotAbsent(Optional.empty()));
        assertEquals("this machine must not lose it: essential", whyNotAbsent(Optional.of("essential")));
    }

    private static String whyNotAbsent(Optional<String> guard) {
        var half = new LivePackage(
                new PackageName("toy"), Status.BROKEN, Optional.of(new PackageVersion("1.0")), false, false, guard);
        var steps = PACKAGES.plan(List.of(new Absent(half.name(), Source.APT)), new Observation.Seen<>(List.of(half)));
        return assertInstanceOf(Step.Blocked.class, steps.getFirst()).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acl:all", "acl:any", "acl:native"})
    void a_word_that_is_no_architecture_is_refused_with_what_to_write(String name) {
        var reading = PackageName.SHAPE.read(Tree.text(name));
        assertEquals(
                List.of("\"" + name + "\" names no architecture; write acl"),
                reading.problems().stream().map(Problem::message).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"acl:i386", "acl:allwinner", "acl:any-arm"})
    void an_architecture_that_only_begins_like_such_a_word_is_taken(String name) {
        assertEquals("acl", new PackageName(name).plain());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tzdata-", "-oDir::Bin", "./x.deb", "python3-y.*", "pkg/bookworm", "a", "", "A", "x y", "x\n"})
    void a_name_that_apt_would_read_otherwise_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new PackageName(name));
    }
}
