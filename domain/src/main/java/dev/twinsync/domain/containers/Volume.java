package dev.twinsync.domain.containers;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Shape;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a container sees at one place instead of its image: {@code data:/var/lib/x} is a volume, {@code /srv:/srv:ro} a folder
 * of this machine, and {@code /var/lib/x} a volume without a name, which the engine makes.
 *
 * @param source the name of a volume or an absolute path; empty: a volume without a name
 * @param place where in the container, absolute
 */
public record Volume(Optional<String> source, String place, boolean readOnly) implements Comparable<Volume> {

    private static final String VISIBLE = "[^:\\p{Cntrl}]";
    private static final String PATH = "/" + VISIBLE + "*";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.-]*";
    private static final Pattern SOURCE = Pattern.compile(NAME + "|" + PATH);
    private static final Pattern PLACE = Pattern.compile(PATH);
    private static final Pattern UPWARDS = Pattern.compile("(?:.*/)?\\.\\.?(?:/.*)?", Pattern.DOTALL);
    private static final String GRAMMAR = "(?:(?:" + NAME + "|" + PATH + "):)?" + PATH + "(?::(?:ro|rw))?";
    private static final Pattern PATTERN = Pattern.compile("(?:([^:]+):)?(/[^:]*)(?::(ro|rw))?");
    private static final String ROOT = "/";
    private static final int LONGEST = 4095;
    public static final Shape<Volume> SHAPE = Shape.text("^" + GRAMMAR + "$", Volume::parse, Volume::text);

    public Volume {
        source.ifPresent(text -> check(SOURCE, text));
        check(PLACE, place);
        source = source.map(Volume::cleaned);
        place = cleaned(place);
        if (place.equals(ROOT)) {
            throw new IllegalArgumentException("a volume cannot take the place of all of the container, " + ROOT);
        }
        if (source.isEmpty() && readOnly) {
            throw new IllegalArgumentException(
                    place + ": a volume without a name that nobody can write to is of no use");
        }
    }

    /** A path as engines keep it, without slashes that say nothing: {@code /srv//www/} is {@code /srv/www}. */
    public static String cleaned(String path) {
        var single = path.replaceAll("/{2,}", ROOT);
        return single.length() > 1 && single.endsWith(ROOT) ? single.substring(0, single.length() - 1) : single;
    }

    private static void check(Pattern grammar, String text) {
        if (text.length() > LONGEST
                || !grammar.matcher(text).matches()
                || UPWARDS.matcher(text).matches()
                || !Printable.of(text).equals(text)) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "\"" + Printable.of(text)
                        + "\" is not a volume: NAME:/PLACE, /PATH:/PLACE or /PLACE, each with :ro where it cannot be written to");
    }

    static Volume parse(String text) {
        var match = PATTERN.matcher(text);
        if (!match.matches()) {
            throw wrong(text);
        }
        return new Volume(Optional.ofNullable(match.group(1)), match.group(2), "ro".equals(match.group(3)));
    }

    /** Whether it has no name that anybody chose. */
    public boolean isAnonymous() {
        return source.isEmpty();
    }

    /** As a document and the engine write it. */
    public String text() {
        return source.map(text -> text + ":").orElse("") + place + (readOnly ? ":ro" : "");
    }

    @Override
    public int compareTo(Volume other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
