package dev.twinsync.domain.supervisor;

import dev.twinsync.domain.supervisor.LivePart.Status;
import dev.twinsync.domain.supervisor.SupervisorAction.RestoreAddon;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is expected to be there after an action: where twin cannot know, nothing is said. */
final class Foretold {

    private Foretold() {}

    static LivePart.Addon installed(AddonSlug slug, Optional<ReleaseName> version) {
        return new LivePart.Addon(slug, Status.STOPPED, version, Optional.empty(), false, AddonSettings.NONE);
    }

    /** Its options and data are those of the backup, of which nothing is known; it runs if it did before. */
    static LivePart restored(Optional<LivePart> seen, RestoreAddon action) {
        var brings = AddonSettings.NONE.withOptions(action.brings());
        return addon(
                        seen,
                        found ->
                                found.withVersion(Optional.of(action.version())).with(brings))
                .orElseGet(() ->
                        installed(action.slug(), Optional.of(action.version())).with(brings));
    }

    static Optional<LivePart> addon(Optional<LivePart> seen, UnaryOperator<LivePart.Addon> change) {
        return seen.map(part -> part instanceof LivePart.Addon addon ? change.apply(addon) : part);
    }

    static Optional<LivePart> version(Optional<LivePart> seen, UnaryOperator<LivePart.Version> change) {
        return seen.map(part -> part instanceof LivePart.Version version ? change.apply(version) : part);
    }

    static boolean isMet(LivePart expected, LivePart found) {
        return switch (expected) {
            case LivePart.Repository _ -> expected.equals(found);
            case LivePart.Version version -> found instanceof LivePart.Version there && isMet(version, there);
            case LivePart.Addon addon -> found instanceof LivePart.Addon there && isMet(addon, there);
        };
    }

    /** An operating system that is installed may already run, where somebody was quick. */
    private static boolean isMet(LivePart.Version expected, LivePart.Version found) {
        return expected.component() == found.component()
                && (expected.pending().isEmpty()
                        ? expected.version().equals(found.version())
                        : expected.pending().equals(found.pending())
                                || expected.pending().get().equals(found.version()));
    }

    /** Whether it runs tells; what comes and goes besides does not. */
    private static boolean isMet(LivePart.Addon expected, LivePart.Addon found) {
        return expected.slug().equals(found.slug())
                && expected.status().isRunning() == found.status().isRunning()
                && (expected.version().isEmpty() || expected.version().equals(found.version()))
                && expected.settings().differences(found.settings()).isEmpty();
    }
}
