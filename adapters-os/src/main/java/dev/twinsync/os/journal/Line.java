package dev.twinsync.os.journal;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One line of a file: a record, where it belongs, and a sum over both by which damage is known.
 *
 * @param run which run of twin wrote it
 * @param number its place among the records of the run, from 1; 0: what is remembered of the run as a whole
 */
record Line(long run, long number, Tree record) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    String text() {
        var summed = JsonTree.compact(Tree.map()
                .put("run", Tree.literal(run))
                .put("number", Tree.literal(number))
                .put("record", record)
                .build());
        return summed.substring(0, summed.length() - 1) + ",\"crc32\":\"" + sum(summed) + "\"}";
    }

    private static String sum(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /**
     * With its end. What could not be read again is not written.
     *
     * @throws IOException where it is too long: a plan may be as long as its owner makes it
     */
    byte[] bytes() throws IOException {
        var text = text();
        if (text.length() > JsonReader.LONGEST) {
            throw new IOException("one record has " + text.length() + " letters, which are more than "
                    + JsonReader.LONGEST + "; apply the plan in parts, with --only");
        }
        if (read(text).isEmpty()) {
            throw new IllegalArgumentException("a record that could not be read again: no key may stand twice in a map,"
                    + " and there is an end to its depth");
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Empty unless it is, to the letter, what such a line is written as. */
    static Optional<Line> read(String text) {
        return JsonReader.read(text) instanceof Reading.Value<Tree>(Tree.Mapping map)
                ? of(map).filter(line -> line.text().equals(text))
                : Optional.empty();
    }

    private static Optional<Line> of(Tree.Mapping map) {
        return number(map, "run")
                .flatMap(run -> number(map, "number")
                        .flatMap(number -> map.get("record").map(record -> new Line(run, number, record))));
    }

    private static Optional<Long> number(Tree.Mapping map, String key) {
        return map.get(key)
                .map(Tree::inline)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong);
    }
}
