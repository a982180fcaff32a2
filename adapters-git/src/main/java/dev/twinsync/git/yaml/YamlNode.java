package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Tree;
import java.util.List;

/** What stands where in the text of a document; offsets are counted in chars, {@code to} is the first one behind. */
sealed interface YamlNode {

    int from();

    int to();

    Tree tree();

    /** How a scalar is written. */
    enum Style {
        NOTHING,
        PLAIN,
        SINGLE,
        DOUBLE,
        BLOCK
    }

    /** @param to block text ends where the next line begins */
    record Leaf(int from, int to, Style style, String text) implements YamlNode {

        @Override
        public Tree tree() {
            return new Tree.Scalar(text, style == Style.PLAIN || style == Style.NOTHING, Place.NONE);
        }
    }

    /**
     * A map or a list.
     *
     * @param column of its keys or dashes, where it is in block style
     */
    record Branch(int from, int to, boolean isMap, boolean inFlow, int column, List<Entry> entries)
            implements YamlNode {

        public Branch {
            entries = List.copyOf(entries);
        }

        @Override
        public Tree tree() {
            if (!isMap) {
                return Tree.list(
                        entries.stream().map(entry -> entry.value().tree()).toList());
            }
            var map = Tree.map();
            entries.forEach(entry -> map.put(entry.key(), entry.value().tree()));
            return map.build();
        }
    }

    /**
     * A line of a map or an item of a list.
     *
     * @param key empty in a list
     * @param from where its key, its dash, or within brackets the item itself begins
     * @param keyTo behind its key or dash
     */
    record Entry(String key, int from, int keyTo, YamlNode value) {

        int to() {
            return Math.max(keyTo, value.to());
        }
    }
}
