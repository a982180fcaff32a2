package dev.twinsync.os.journal;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The lines of a journal that are whole. What a crash or a full disk left of a last one is not among them.
 *
 * @param bytes how many bytes they take
 */
record Lines(List<Line> whole, long bytes) {

    static final Lines NONE = new Lines(List.of(), 0);

    /** @param file only to be named */
    static Lines of(byte[] content, Path file) throws IOException {
        var whole = new ArrayList<Line>();
        int from = 0;
        for (int end = endOfLine(content, from); end < content.length; end = endOfLine(content, from)) {
            var line = line(content, from, end).filter(next -> follows(next, whole));
            if (line.isEmpty() && end + 1 < content.length) {
                throw damaged(file, whole.size() + 1);
            }
            if (line.isEmpty()) {
                break;
            }
            whole.add(line.get());
            from = end + 1;
        }
        return new Lines(List.copyOf(whole), from);
    }

    private static int endOfLine(byte[] content, int from) {
        int at = from;
        while (at < content.length && content[at] != '\n') {
            at++;
        }
        return at;
    }

    private static Optional<Line> line(byte[] content, int from, int end) {
        return Line.read(new String(content, from, end - from, StandardCharsets.UTF_8));
    }

    private static boolean follows(Line next, List<Line> before) {
        return next.number() == before.size() + 1
                && (before.isEmpty() || before.getLast().run() == next.run());
    }

    private static IOException damaged(Path file, int line) {
        return new IOException(file + ":" + line + " is damaged, so what twin did in that run is not known for sure."
                + " Let twin status show what is there; twin begins anew after: mv " + ShellWord.of(file) + " "
                + ShellWord.of(file + ".damaged"));
    }

    /** Empty where there is no line. */
    OptionalLong run() {
        return whole.stream().mapToLong(Line::run).findFirst();
    }

    List<Tree> records() {
        return whole.stream().map(Line::record).toList();
    }
}
