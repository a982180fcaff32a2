package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Action;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the program of a plugin can be asked to do with one thing. How well it can take that back is its own affair. */
public sealed interface ForeignAction extends Action {

    @Override
    default Stage stage() {
        return Stage.OTHERS;
    }

    @Override
    default Undo undo() {
        return Undo.BEST_EFFORT;
    }

    /** @param lines what is wanted of it; the rest is up to the program */
    record Create(String key, SortedMap<String, Value> lines) implements ForeignAction {
        public Create(String key, Map<String, Value> lines) {
            this(key, new TreeMap<>(lines));
        }

        @Override
        public String op() {
            return "create";
        }

        @Override
        public Risk risk() {
            return Risk.LOW;
        }
    }

    /** @param lines what is to be another than it is, and nothing else */
    record Change(String key, SortedMap<String, Value> lines) implements ForeignAction {
        public Change {
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("a change of " + key + " changes nothing");
            }
        }

        public Change(String key, Map<String, Value> lines) {
            this(key, new TreeMap<>(lines));
        }

        @Override
        public String op() {
            return "change";
        }

        @Override
        public Risk risk() {
            return Risk.MEDIUM;
        }
    }

    record Remove(String key) implements ForeignAction {
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
    }
}
