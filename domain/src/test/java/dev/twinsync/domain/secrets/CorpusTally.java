package dev.twinsync.domain.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many of something went wrong, by category, and which. */
final class CorpusTally {

    private record Count(int all, int wrong) {

        Count and(boolean isWrong) {
            return new Count(all + 1, wrong + (isWrong ? 1 : 0));
        }

        Count and(Count other) {
            return new Count(all + other.all, wrong + other.wrong);
        }

        double percent() {
            return all == 0 ? 0 : 100.0 * wrong / all;
        }

        @Override
        public String toString() {
            return "%5d of %5d  %6.2f %%".formatted(wrong, all, percent());
        }
    }

    private final String what;
    private final Map<String, Count> categories = new TreeMap<>();
    private final List<String> wrongs = new ArrayList<>();

    /** @param what went wrong: {@code not masked} */
    CorpusTally(String what) {
        this.what = what;
    }

    void add(CorpusFile file, int line, String shown, boolean isWrong) {
        categories.merge(file.category(), new Count(0, 0).and(isWrong), Count::and);
        if (isWrong) {
            wrongs.add(file.category() + "/" + file.name() + ":" + line + ": " + shown);
        }
    }

    int all() {
        return total().all();
    }

    double percent() {
        return total().percent();
    }

    double worstPercent() {
        return categories.values().stream().mapToDouble(Count::percent).max().orElse(0);
    }

    private Count total() {
        return categories.values().stream().reduce(new Count(0, 0), Count::and);
    }

    /** Where whoever asks for the figures finds them, whether a test failed or not. */
    void keep() throws IOException {
        var folder = Files.createDirectories(Path.of("target", "secrets-corpus"));
        Files.writeString(folder.resolve(what.replace(' ', '-') + ".txt"), this + "\n");
    }

    /** A line for each category, and then each that went wrong. */
    @Override
    public String toString() {
        return categories.entrySet().stream()
                .map(entry -> "%-16s %s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n", what + "\n", "\n%-16s %s\n".formatted("together", total())))
                .concat(wrongs.stream().distinct().collect(Collectors.joining("\n")));
    }
}
