package dev.twinsync.os.packages;

import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks at what is installed. */
final class Dpkg {

    private static final String STATES = "${db:Status-Status}\\t${db:Status-Eflag}\\t${binary:Package}\\n";

    private static final Pattern BRINGS_JAVA = Pattern.compile("^twin$|jre|jdk");

    private final Tools tools;
    private final RunningSystem running;

    Dpkg(Tools tools, RunningSystem running) {
        this.tools = tools;
        this.running = running;
    }

    Answer<Installation> read() {
        return tools.ask("dpkg-query", "--show", "--showformat=" + DpkgRows.FORMAT)
                .then(text -> architecture(text).then(own -> read(text, own)));
    }

    private Answer<Installation> read(String text, String own) {
        return new DpkgRows(own)
                .parse(text)
                .then(rows -> automatic().map(automatic -> {
                    var owner = running.java().flatMap(file -> owner(file, rows));
                    return new Installation(own, rows, automatic, new GuardRoots(running.kernelRelease(), owner));
                }));
    }

    /** What dpkg was built for, which its own row says too. */
    private Answer<String> architecture(String rows) {
        return DpkgRows.architectureOfDpkg(rows)
                .<Answer<String>>map(Answer.Given::new)
                .orElseGet(() -> tools.ask("dpkg", "--print-architecture").map(String::strip));
    }

    /** The packages of which only a part of the files may be there; dpkg itself can not bring them in order. */
    Answer<List<String>> halfUnpacked() {
        return tools.ask("dpkg-query", "--show", "--showformat=" + STATES)
                .map(text -> text.lines()
                        .map(line -> line.split("\t", 3))
                        .filter(row -> row[0].equals("half-installed") || row[1].equals("reinstreq"))
                        .map(row -> row[2])
                        .toList());
    }

    private Answer<Set<String>> automatic() {
        return tools.ask("apt-mark", "showauto")
                .map(text -> text.lines().map(String::strip).collect(Collectors.toSet()));
    }

    /** Asked of those that are called as if they had it: to ask whose it is, dpkg reads the lists of all packages. */
    private Optional<String> owner(Path file, List<DpkgRow> rows) {
        var likely = rows.stream()
                .filter(DpkgRow::isThere)
                .map(DpkgRow::key)
                .filter(key -> BRINGS_JAVA.matcher(key).find())
                .toList();
        return among(likely, file).or(() -> owner(file)).map(owner -> owner.split(":", 2)[0]);
    }

    /** dpkg-query writes a list of files for each of them, with an empty line between. */
    private Optional<String> among(List<String> keys, Path file) {
        if (keys.isEmpty()
                || !(tools.ask("dpkg-query", List.of("--listfiles"), keys) instanceof Answer.Given<String>(var text))) {
            return Optional.empty();
        }
        var lists = text.split("\n\n");
        return IntStream.range(0, Math.min(lists.length, keys.size()))
                .filter(place -> lists[place].lines().anyMatch(file.toString()::equals))
                .mapToObj(keys::get)
                .findFirst();
    }

    /** {@code openjdk-21-jre-headless:amd64: /usr/lib/jvm/…}; dpkg-query ends with 1 where no package has the file. */
    private Optional<String> owner(Path file) {
        return tools.runner().run(Command.of("dpkg-query", "--search", "--", file.toString()))
                        instanceof Result.Ended ended
                ? ended.text()
                        .lines()
                        .filter(line -> line.endsWith(": " + file))
                        .map(line -> line.substring(
                                0, line.length() - file.toString().length() - 2))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether the first version is lower; only dpkg knows their order. */
    Answer<Boolean> isLower(String version, String than) {
        return switch (tools.runner().run(Command.of("dpkg", "--compare-versions", version, "lt", than))) {
            case Result.Ended ended when ended.exit() <= 1 -> new Answer.Given<>(ended.exit() == 0);
            case Result failed -> new Answer.None<>(failed.inWords("dpkg"));
        };
    }
}
