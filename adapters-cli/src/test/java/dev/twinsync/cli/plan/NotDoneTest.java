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
        Digest id = Sha256.of(new byte[0]);
        var basis = new Basis(Optional.empty(), id, Map.of(), List.of(), List.of(), false);
        var section = new Section<>("packages.debian", PACKAGES, List.of(), blocked, later);
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
                        "  ? other  waits as other-toy does",
                        "  ? toy  waits as other-toy does"),
                PlanText.of(plan).subList(1, 4));
        var lines = new PlanMarkdown(plan, "").lines();
        assertTrue(
                lines.contains("- `other-toy` waits for `package other-toy in apt's lists (to renew them: sudo apt-get"
                        + " update)`"),
                lines::toString);
        assertTrue(lines.contains("- `toy` waits as `other-toy` does"), lines::toString);
    }

    @Test
    void so_is_what_waited_in_vain() {
        var blocked =
                Stream.of("other-toy", "toy").map(key -> waiting(key).inVain()).toList();
        assertEquals(
                "  ! toy  blocked as other-toy is", PlanText.of(plan(blocked)).get(2));
    }

    @Test
    void what_says_another_thing_of_another_one_has_its_own_words() {
        var needs = "needs tree, which this machine must not have as long as zsh is there";
        var lines = PlanText.of(plan(List.of(
                blocked("htop", "htop " + needs), blocked("tree", "htop " + needs), blocked("vim", "tree " + needs))));
        assertEquals("  ! tree  blocked as htop is", lines.get(2), "word for word");
        assertEquals("  ! vim  blocked: tree " + needs, lines.get(3));
    }
}
