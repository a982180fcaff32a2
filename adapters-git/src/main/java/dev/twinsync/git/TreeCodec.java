package dev.twinsync.git;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Tree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree with its places as bytes, which are read in a tenth of the time that its YAML takes. */
final class TreeCodec {

    private enum Sort {
        QUOTED,
        PLAIN,
        SEQUENCE,
        MAPPING
    }

    private static final List<Sort> SORTS = List.of(Sort.values());

    /** So many characters are written at a time, any of them: also halves of one, which UTF-8 has no bytes for. */
    private static final int PIECE = 20_000;

    private TreeCodec() {}

    static byte[] encode(Tree tree) {
        var bytes = new ByteArrayOutputStream();
        try {
            new Writer(new DataOutputStream(bytes), new HashMap<>()).tree(tree);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * @param source the document as the user knows it, for the places
     * @throws IOException where the bytes are not what {@link #encode} gave
     */
    static Tree decode(String source, byte[] bytes, int from) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from));
        var tree = new Reader(in, source, new ArrayList<>()).tree();
        if (in.read() >= 0) {
            throw new IOException("there is something behind the tree");
        }
        return tree;
    }

    /** @param keys those that were written before, which are named by their number from then on */
    private record Writer(DataOutputStream out, Map<String, Integer> keys) {

        void tree(Tree tree) throws IOException {
            switch (tree) {
                case Tree.Scalar(var text, var plain, var place) -> {
                    begin(plain ? Sort.PLAIN : Sort.QUOTED, place);
                    text(text);
                }
                case Tree.Sequence(var items, var place) -> {
                    begin(Sort.SEQUENCE, place);
                    out.writeInt(items.size());
                    for (Tree item : items) {
                        tree(item);
                    }
                }
                case Tree.Mapping(var entries, var place) -> {
                    begin(Sort.MAPPING, place);
                    out.writeInt(entries.size());
                    for (Tree.Entry entry : entries) {
                        key(entry.key());
                        place(entry.place());
                        tree(entry.value());
                    }
                }
            }
        }

        private void begin(Sort sort, Place place) throws IOException {
            out.writeByte(sort.ordinal());
            place(place);
        }

        private void place(Place place) throws IOException {
            out.writeInt(place.line());
            out.writeInt(place.column());
        }

        private void key(String key) throws IOException {
            var known = keys.putIfAbsent(key, keys.size());
            out.writeInt(known == null ? -1 : known);
            if (known == null) {
                text(key);
            }
        }

        private void text(String text) throws IOException {
            out.writeInt(text.length());
            for (int from = 0; from < text.length(); from += PIECE) {
                out.writeUTF(text.substring(from, Math.min(from + PIECE, text.length())));
            }
        }
    }

    private record Reader(DataInputStream in, String source, List<String> keys) {

        Tree tree() throws IOException {
            int sort = in.readUnsignedByte();
            if (sort >= SORTS.size()) {
                throw new IOException("there is no tree of sort " + sort);
            }
            var place = place();
            return switch (SORTS.get(sort)) {
                case QUOTED -> new Tree.Scalar(text(), false, place);
                case PLAIN -> new Tree.Scalar(text(), true, place);
                case SEQUENCE -> new Tree.Sequence(items(), place);
                case MAPPING -> new Tree.Mapping(entries(), place);
            };
        }

        private List<Tree> items() throws IOException {
            var items = new ArrayList<Tree>();
            for (int left = in.readInt(); left > 0; left--) {
                items.add(tree());
            }
            return items;
        }

        private List<Tree.Entry> entries() throws IOException {
            var entries = new ArrayList<Tree.Entry>();
            for (int left = in.readInt(); left > 0; left--) {
                var key = key();
                var place = place();
                entries.add(new Tree.Entry(key, tree(), place));
            }
            return entries;
        }

        private Place place() throws IOException {
            return new Place(source, in.readInt(), in.readInt());
        }

        private String key() throws IOException {
            int number = in.readInt();
            if (number >= keys.size()) {
                throw new IOException("there is no key " + number);
            }
            if (number < 0) {
                keys.add(text());
            }
            return number < 0 ? keys.getLast() : keys.get(number);
        }

        private String text() throws IOException {
            int length = in.readInt();
            if (length <= PIECE) {
                return length == 0 ? "" : in.readUTF();
            }
            var text = new StringBuilder();
            while (text.length() < length) {
                text.append(in.readUTF());
            }
            return text.toString();
        }
    }
}
