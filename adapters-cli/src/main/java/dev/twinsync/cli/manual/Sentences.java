package dev.twinsync.cli.manual;

/** Text of the help, as one line. */
final class Sentences {

    private Sentences() {}

    /** @param lines as picocli has them: with two percent signs for one */
    static String of(String... lines) {
        return String.format(String.join(" ", lines)).strip().replaceAll("\\s+", " ");
    }

    /** The first of several sentences, without its full stop. */
    static String first(String text) {
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replaceAll("\\.$", "");
    }
}
