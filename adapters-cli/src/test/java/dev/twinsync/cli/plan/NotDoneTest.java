package dev.twinsync.cli.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.plan.Basis;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.services.ServiceAction;
import dev.twinsync.domain.services.Services;
import dev.twinsync.port.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One fault that blocks many things, or that they wait for, is told once. */
class NotDoneTest {

    private static final Packages PACKAGES = new Packages();
    private static final String FAULT = "apt-mark failed: Malformed entry 1 in list file"
            + " /etc/apt/sources.list.d/other.list (Suite); The list of sources could not be read.";

    private static Step.Blocked<PackageAction> blocked(String key, String reason) {
        return new Step.Blocked<>(key, reason);
    }

    private static Step.Later<PackageAction> waiting(String key) {
        return new Step.Later<>(key, "package " + key + " in apt's lists (to renew them: sudo apt-get update)");
    }

    private static Plan plan(List<Step.Blocked<PackageAction>> blocked) {
        return plan(blocked, List.of());
    }

    private static Plan plan(List<Step.Blocked<PackageAction>> blocked, List<Step.Later<PackageAction>> later) {
        return plan(new Section<>("packages.debian", PACKAGES, List.of(), blocked, later));
    }

    private static Plan plan(Section<?, ?, ?> section) {
        Digest id = Sha256.of(new byte[0]);
        var basis = new Basis(Optional.empty(), id, Map.of(), List.of(), List.of(), false);
        return new Plan(Optional.empty(), basis, List.of(section));
    }

    private static Plan whereAptCannotReadItsSources() {
        var wishes = Stream.of("htop", "tree", "vim")
                .<DesiredPackage>map(
                        name -> new DesiredPackage.Absent(new PackageName(name), DesiredPackage.Source.APT))
                .toList();
        var steps = PACKAGES.plan(wishes, new Observation.Unavailable<LivePackage>(FAULT));
        return plan(steps.stream()
                .<Step.Blocked<PackageAction>>map(step -> blocked(((Step.Blocked<?>) step).key(), FAULT))
                .toList());
    }

    @Test
    void a_broken_line_in_the_sources_of_apt_is_told_with_the_first_package_that_it_blocks() {
        assertEquals(
                List.of(
                        "packages.debian",
                        "  ! htop  blocked: " + FAULT,
                        "  ! tree  blocked as htop is",
                        "  ! vim  blocked as htop is"),
                PlanText.of(whereAptCannotReadItsSources()).subList(0, 4));
    }

    @Test
    void so_it_is_in_a_comment_on_a_pull_request() {
        var lines = new PlanMarkdown(whereAptCannotReadItsSources(), "").lines();
        assertTrue(lines.contains("- `htop` is **blocked**: `" + FAULT + "`"), lines::toString);
        assertTrue(lines.contains("- `tree` is **blocked** as `htop` is"), lines::toString);
    }

    @Test
    void what_is_blocked_for_another_reason_or_in_fewer_words_than_a_name_keeps_its_own() {
        var lines = PlanText.of(plan(List.of(
                blocked("htop", FAULT),
                blocked("htop", FAULT),
                blocked("tree", FAULT + " Again."),
                blocked("vim", FAULT),
                blocked("a-very-long-name", "held"),
                blocked("zsh", "held"))));
        assertEquals(
                List.of(
                        "  ! htop  blocked: " + FAULT,
                        "  ! htop  blocked: " + FAULT,
                        "  ! tree  blocked: " + FAULT + " Again.",
                        "  ! vim  blocked as htop is",
                        "  ! a-very-long-name  blocked: held",
                        "  ! zsh  blocked: held"),
                lines.subList(1, 7));
    }

    @Test
    void what_waits_for_the_same_source_is_told_with_the_first_package_that_does() {
        var plan = plan(List.of(), List.of(waiting("other-toy"), waiting("other"), waiting("toy")));
        assertEquals(
                List.of(
                        "  ? other-toy  waits for package other-toy in apt's lists (to renew them: sudo apt-get update)",
                        "  ? other  waits for its own package, as other-toy does",
                        "  ? toy  waits for its own package, as other-toy does"),
                PlanText.of(plan).subList(1, 4));
        var lines = new PlanMarkdown(plan, "").lines();
        assertTrue(
                lines.contains("- `other-toy` waits for `package other-toy in apt's lists (to renew them: sudo apt-get"
                        + " update)`"),
                lines::toString);
        assertTrue(lines.contains("- `toy` waits for its own package, as `other-toy` does"), lines::toString);
    }

    @Test
    void so_is_what_waited_in_vain() {
        var blocked =
                Stream.of("other-toy", "toy").map(key -> waiting(key).inVain()).toList();
        assertEquals(
                "  ! toy  blocked for want of its own package, as other-toy is",
                PlanText.of(plan(blocked)).get(2));
    }

    @Test
    void what_says_another_thing_of_another_one_has_its_own_words() {
        var needs = "needs tree, which this machine must not have as long as zsh is there";
        var lines = PlanText.of(plan(List.of(
                blocked("htop", "htop " + needs), blocked("tree", "htop " + needs), blocked("vim", "tree " + needs))));
        assertEquals("  ! tree  blocked as htop is", lines.get(2), "word for word");
        assertEquals("  ! vim  blocked: tree " + needs, lines.get(3));
    }

    @Test
    void what_tells_each_its_own_remedy_or_is_said_of_itself_for_good_is_told_of_each() {
        var plan = plan(
                Stream.of("htop", "tree")
                        .map(key -> blocked(key, "dpkg left it half done; run: sudo apt-get remove " + key))
                        .toList(),
                Stream.of("one-toy", "other-toy")
                        .map(key -> new Step.Later<PackageAction>(
                                key, "package " + key + " in apt's lists (which: apt-cache showpkg " + key + ")"))
                        .toList());
        var lines = PlanText.of(plan);
        assertTrue(
                lines.contains("  ! tree  blocked: dpkg left it half done; run: sudo apt-get remove tree"),
                lines::toString);
        assertTrue(
                lines.contains("  ? other-toy  waits for package other-toy in apt's lists (which: apt-cache showpkg"
                        + " other-toy)"),
                lines::toString);
        var held = PlanText.of(plan(Stream.of("htop", "tree")
                .map(key -> blocked(key, "no version of " + key + " that would stay beside what is there"))
                .toList()));
        assertTrue(
                held.contains("  ! tree  blocked: no version of tree that would stay beside what is there"),
                held::toString);
    }

    @Test
    void a_unit_that_waits_does_not_read_as_if_it_waited_for_another_one() {
        var waiting = Stream.of("nginx.service", "redis.service")
                .map(key -> new Step.Later<ServiceAction>(key, "unit " + key))
                .toList();
        var services = new Services();
        var lines = PlanText.of(plan(new Section<>("services.systemd", services, List.of(), List.of(), waiting)));
        assertEquals("  ? redis.service  waits for unit redis.service", lines.get(2));
        var inVain = waiting.stream().map(Step.Later::inVain).toList();
        assertEquals(
                "  ! redis.service  blocked: there is no unit redis.service, and nothing in this plan brings it",
                PlanText.of(plan(new Section<>("services.systemd", services, List.of(), inVain, List.of())))
                        .get(2));
    }
}
