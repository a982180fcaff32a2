package dev.twinsync.os.packages;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a relation field of Debian: {@code adduser, gpgv | gpgv2 (>= 2), libc6:any}. */
final class Relations {

    private static final Pattern END_OF_NAME = Pattern.compile("[\\s(:\\[<]");

    private Relations() {}

    /** Each relation as the names of its alternatives, without versions and architectures. */
    static List<List<String>> parse(String field) {
        return Arrays.stream(field.split(","))
                .map(String::strip)
                .filter(relation -> !relation.isEmpty())
                .map(relation -> Arrays.stream(relation.split("\\|"))
                        .map(Relations::name)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .toList();
    }

    /** All names of a field that has no alternatives, as {@code Provides} and {@code Conflicts}. */
    static List<String> names(String field) {
        return parse(field).stream().flatMap(List::stream).toList();
    }

    private static String name(String alternative) {
        return END_OF_NAME.split(alternative.strip(), 2)[0];
    }
}
