package dev.twinsync.domain.desktop;

import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.secrets.Mask;
import java.util.List;

/** A value as its owner writes it. What it means depends on the type that the setting has: see {@link ValueReading}. */
public sealed interface WishedValue {

    /** How deep lists may stand in lists; what is deeper is written as the text of a GVariant. */
    int MOST_DEPTH = 3;

    /** Whether a mask stands in it where a secret was. */
    boolean isMasked();

    int depth();

    /** What no setting can hold is refused where it is read, with its place. */
    private static void checkText(String text) {
        GVariant.Text.of(text);
    }

    /** {@code 24}, {@code true}, {@code prefer-dark}, or the text of a GVariant: {@code [('xkb', 'us')]}. */
    record Plain(String text) implements WishedValue {
        public Plain {
            checkText(text);
        }

        @Override
        public boolean isMasked() {
            return Mask.isIn(text);
        }

        @Override
        public int depth() {
            return 0;
        }
    }

    record Items(List<WishedValue> items) implements WishedValue {
        public Items {
            items = List.copyOf(items);
            if (1 + deepest(items) > MOST_DEPTH) {
                throw new IllegalArgumentException(
                        "lists stand in lists deeper than " + MOST_DEPTH + "; write it as one text, as \"[[['a']]]\"");
            }
        }

        private static int deepest(List<WishedValue> items) {
            return items.stream().mapToInt(WishedValue::depth).max().orElse(0);
        }

        @Override
        public boolean isMasked() {
            return items.stream().anyMatch(WishedValue::isMasked);
        }

        @Override
        public int depth() {
            return 1 + deepest(items);
        }
    }
}
