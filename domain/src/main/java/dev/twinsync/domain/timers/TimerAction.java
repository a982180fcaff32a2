package dev.twinsync.domain.timers;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.timers.Written.Form;

/** What twin does about one timer: it writes a file of its own, or takes that away. */
public sealed interface TimerAction extends Action {

    TimerName name();

    @Override
    default String key() {
        return name().text();
    }

    /** Before services, which switch on what is written here. */
    @Override
    default Stage stage() {
        return Stage.FILES;
    }

    /** The actions say all that a file of twin is. */
    @Override
    default Undo undo() {
        return Undo.EXACT;
    }

    /** Which file is written, and what it is to say. */
    sealed interface Writes extends TimerAction {
        Setting setting();

        default Written written() {
            return new Written(this instanceof Make ? Form.UNIT : Form.DROP_IN, setting());
        }

        /** To start a target may be to switch the machine off. */
        @Override
        default Risk risk() {
            return setting()
                            .unit()
                            .filter(unit -> unit.text().endsWith(".target"))
                            .isPresent()
                    ? Risk.HIGH
                    : Risk.LOW;
        }
    }

    /** Writes a timer of twin's own, or another one in its place. */
    record Make(TimerName name, Setting setting) implements Writes {
        public Make {
            if (!setting.isWhole()) {
                throw new IllegalArgumentException(name + " needs to be told when it starts which unit");
            }
        }

        @Override
        public String op() {
            return "make";
        }
    }

    /** Writes a drop-in for a timer that others brought. */
    record Change(TimerName name, Setting setting) implements Writes {
        @Override
        public String op() {
            return "change";
        }
    }

    /**
     * Takes away what twin wrote. A timer that only twin made is switched off with it, which does not come back; a drop-in that
     * said what the timer says by itself does not come back either.
     */
    record Remove(TimerName name, Form form) implements TimerAction {
        @Override
        public String op() {
            return "remove";
        }

        @Override
        public Stage stage() {
            return Stage.REMOVALS;
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
}
