package dev.twinsync.cli.manual;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One manual page for each command. */
public final class ManPages {

    private static final String EXIT_CODES = "Exit codes: ";

    private final Entry twin;
    private final String version;

    /** @param twin all its commands
     * @param version of twin */
    public ManPages(CommandLine twin, String version) {
        this.twin = Entry.of(twin);
        this.version = version;
    }

    /** By the name of its file: {@code twin-config-get.1}. */
    public Map<String, String> all() {
        var pages = new LinkedHashMap<String, String>();
        twin.all().forEach(entry -> {
            pages.put(file(entry.path()), page(entry));
            entry.aliases()
                    .forEach(alias -> pages.put(file(renamed(entry, alias)), ".so man1/" + file(entry.path()) + "\n"));
        });
        return pages;
    }

    private static List<String> renamed(Entry entry, String alias) {
        return Stream.concat(entry.path().stream().limit(entry.path().size() - 1), Stream.of(alias))
                .toList();
    }

    private static String title(List<String> path) {
        return String.join("-", path);
    }

    private static String file(List<String> path) {
        return title(path) + ".1";
    }

    private String page(Entry entry) {
        var roff = new Roff();
        roff.request("TH", title(entry.path()).toUpperCase(Locale.ROOT), "1", "", "twin " + version, "twin");
        roff.request("SH", "NAME").raw(names(entry) + " \\- " + Roff.text(Sentences.first(entry.description())));
        roff.request("SH", "SYNOPSIS").request("nh").request("ad", "l");
        roff.raw(Roff.bold(entry.words()) + " " + Roff.text(entry.synopsis()));
        roff.request("hy").request("ad");
        roff.request("SH", "DESCRIPTION").line(entry.description());
        notes(entry).forEach(note -> roff.request("PP").line(note));
        commands(entry, roff);
        arguments(entry, roff);
        flags(entry, roff);
        exitCodes(entry, roff);
        if (entry == twin) {
            Surroundings.describe(roff);
        }
        seeAlso(entry, roff);
        return roff.toString();
    }

    private static String names(Entry entry) {
        return Stream.concat(Stream.of(entry.path()), entry.aliases().stream().map(alias -> renamed(entry, alias)))
                .map(path -> Roff.text(title(path)))
                .collect(Collectors.joining(", "));
    }

    /** What comes before the exit codes, which are the last thing that the help says. */
    private static Stream<String> notes(Entry entry) {
        return entry.notes().stream().takeWhile(note -> !note.startsWith(EXIT_CODES));
    }

    private static void commands(Entry entry, Roff roff) {
        if (!entry.commands().isEmpty()) {
            roff.request("SH", "COMMANDS");
            entry.commands()
                    .forEach(below ->
                            roff.request("TP").raw(Roff.bold(below.words())).line(below.description()));
        }
    }

    private static void arguments(Entry entry, Roff roff) {
        if (!entry.arguments().isEmpty()) {
            roff.request("SH", "ARGUMENTS");
            entry.arguments()
                    .forEach(argument -> roff.request("TP")
                            .raw(Roff.italic(argument.label()))
                            .line(argument.description()));
        }
    }

    private static void flags(Entry entry, Roff roff) {
        if (!entry.flags().isEmpty()) {
            roff.request("SH", "OPTIONS");
            entry.flags().forEach(flag -> roff.request("TP").raw(flag(flag)).line(flag.description()));
        }
    }

    private static String flag(Flag flag) {
        var names = flag.names().stream().map(Roff::bold).collect(Collectors.joining(", "));
        return flag.takesValue() ? names + " " + Roff.italic(flag.label()) : names;
    }

    private static void exitCodes(Entry entry, Roff roff) {
        var codes = entry.notes().stream()
                .dropWhile(note -> !note.startsWith(EXIT_CODES))
                .collect(Collectors.joining(" "));
        if (!codes.isEmpty()) {
            roff.request("SH", "EXIT STATUS").line(codes.substring(EXIT_CODES.length()));
        }
    }

    private void seeAlso(Entry entry, Roff roff) {
        var others = Stream.concat(
                        entry.path().size() > 1
                                ? Stream.of(entry.path().subList(0, entry.path().size() - 1))
                                : Stream.empty(),
                        entry.commands().stream().map(Entry::path))
                .map(path -> Roff.bold(title(path)) + "(1)")
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            roff.request("SH", "SEE ALSO").raw(others);
        }
    }
}
