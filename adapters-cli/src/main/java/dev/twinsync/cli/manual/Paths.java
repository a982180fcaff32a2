package dev.twinsync.cli.manual;

import java.util.List;
import java.util.stream.Stream;

/** What leads from one command to the next on a command line, as {@code twin config} and {@code get}. */
final class Paths {

    private Paths() {}

    /** One word more: where it leads. Aliases lead to the command itself. */
    record Turn(String words, String to) {}

    static List<Turn> turns(Entry twin) {
        return twin.all()
                .flatMap(above -> above.commands().stream()
                        .flatMap(below -> Stream.concat(Stream.of(below.name()), below.aliases().stream())
                                .map(name -> new Turn(above.words() + " " + name, below.words()))))
                .toList();
    }

    /** Command and option, where a value follows: {@code twin plan --only}. */
    static List<String> valued(Entry twin) {
        return twin.all()
                .flatMap(entry -> entry.flags().stream()
                        .filter(Flag::takesValue)
                        .flatMap(flag -> flag.names().stream().map(name -> entry.words() + " " + name)))
                .toList();
    }
}
