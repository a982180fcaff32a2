package dev.twinsync.domain.packages;

import dev.twinsync.domain.Action;
import java.util.Optional;

/** What apt can be asked to do with one package. */
public sealed interface PackageAction extends Action {

    PackageName name();

    @Override
    default String key() {
        return name().text();
    }

    @Override
    default Stage stage() {
        return Stage.PACKAGES;
    }

    @Override
    default Risk risk() {
        return Risk.LOW;
    }

    @Override
    default Undo undo() {
        return Undo.EXACT;
    }

    /** @param version exactly this one; empty: the one apt prefers */
    record Install(PackageName name, Optional<PackageVersion> version) implements PackageAction {
        @Override
        public String op() {
            return "install";
        }

        @Override
        public Undo undo() {
            return Undo.BEST_EFFORT;
        }
    }

    /** Another version of an installed package, newer or older. */
    record ChangeVersion(PackageName name, PackageVersion version) implements PackageAction {
        @Override
        public String op() {
            return "change-version";
        }

        @Override
        public Risk risk() {
            return Risk.MEDIUM;
        }

        @Override
        public Undo undo() {
            return Undo.BEST_EFFORT;
        }
    }

    /**
     * Takes the package away and leaves its configuration files. Done together with what is installed, not before: only
     * one transaction lets apt exchange one package for another.
     */
    record Remove(PackageName name) implements PackageAction {
        @Override
        public String op() {
            return "remove";
        }

        @Override
        public boolean takesAway() {
            return true;
        }

        @Override
        public Risk risk() {
            return Lifelines.hold(name) ? Risk.DESTRUCTIVE : Risk.HIGH;
        }

        @Override
        public Undo undo() {
            return Undo.BEST_EFFORT;
        }
    }

    record Hold(PackageName name) implements PackageAction {
        @Override
        public String op() {
            return "hold";
        }
    }

    record Unhold(PackageName name) implements PackageAction {
        @Override
        public String op() {
            return "unhold";
        }
    }

    record MarkManual(PackageName name) implements PackageAction {
        @Override
        public String op() {
            return "mark-manual";
        }
    }

    record MarkAutomatic(PackageName name) implements PackageAction {
        @Override
        public String op() {
            return "mark-automatic";
        }
    }
}
