package dev.twinsync.domain.services;

import dev.twinsync.domain.Action;

/** What systemd can be asked to do with one unit. */
public sealed interface ServiceAction extends Action {

    UnitName name();

    UnitScope scope();

    @Override
    default String key() {
        return scope().key(name());
    }

    @Override
    default Stage stage() {
        return Stage.SERVICES;
    }

    @Override
    default Risk risk() {
        return Importance.of(name()) == Importance.FIREWALL ? Risk.HIGH : Risk.LOW;
    }

    /** What leaves the machine with less than it had. */
    sealed interface TakesAway extends ServiceAction {
        @Override
        default Stage stage() {
            return Stage.REMOVALS;
        }

        @Override
        default Risk risk() {
            return switch (Importance.of(name())) {
                case ORDINARY -> Risk.MEDIUM;
                case FIREWALL -> Risk.HIGH;
                case LIFELINE, ESSENTIAL -> Risk.DESTRUCTIVE;
            };
        }
    }

    /** Lets it start at boot. Of a linked unit that cannot be taken back, and what was enabled until reboot is lost. */
    record Enable(UnitName name, UnitScope scope) implements ServiceAction {
        @Override
        public String op() {
            return "enable";
        }

        @Override
        public Undo undo() {
            return Undo.BEST_EFFORT;
        }
    }

    record Disable(UnitName name, UnitScope scope) implements TakesAway {
        @Override
        public String op() {
            return "disable";
        }

        @Override
        public Undo undo() {
            return Undo.EXACT;
        }
    }

    /** What must not be stopped cannot be taken back. */
    record Start(UnitName name, UnitScope scope) implements ServiceAction {
        @Override
        public String op() {
            return "start";
        }

        @Override
        public Undo undo() {
            return Importance.of(name) == Importance.ESSENTIAL ? Undo.NONE : Undo.EXACT;
        }
    }

    /** What it held in memory is gone, and a unit that ran behind a mask or without a file cannot be started again. */
    record Stop(UnitName name, UnitScope scope) implements TakesAway {
        @Override
        public String op() {
            return "stop";
        }

        @Override
        public Undo undo() {
            return Undo.BEST_EFFORT;
        }
    }

    /** Forbids every start; a unit that runs goes on. What the mask hides comes back with it, but cannot be foretold. */
    record Mask(UnitName name, UnitScope scope) implements TakesAway {
        @Override
        public String op() {
            return "mask";
        }

        @Override
        public Undo undo() {
            return Undo.BEST_EFFORT;
        }
    }

    /** Takes the mask away; one that lasted until the next boot only would come back as a lasting one. */
    record Unmask(UnitName name, UnitScope scope) implements ServiceAction {
        @Override
        public String op() {
            return "unmask";
        }

        @Override
        public Undo undo() {
            return Undo.BEST_EFFORT;
        }
    }

    /** Reloads it where it can, restarts it where it runs, and leaves it alone where it does not. Comes from {@code notify}. */
    record Restart(UnitName name, UnitScope scope) implements ServiceAction {
        @Override
        public String op() {
            return "restart";
        }

        /** It comes back, if all goes well; who is at the machine by it is cut off all the same. */
        @Override
        public Risk risk() {
            return switch (Importance.of(name)) {
                case ORDINARY -> Risk.LOW;
                case FIREWALL, LIFELINE, ESSENTIAL -> Risk.HIGH;
            };
        }

        @Override
        public Undo undo() {
            return Undo.NONE;
        }
    }
}
