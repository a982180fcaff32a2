package dev.twinsync.domain.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where wished content stands in the repository: below {@code filesystem/}, never out of it, and never under a name that
 * Git takes for its own.
 */
public record TwinPath(String text) {

    private static final String ROOT = "filesystem";
    private static final String GIT_NAMES =
            "(?:\\.[gG][iI][tT](?:[ .]*|ignore|attributes|modules)|[gG][iI][tT]~[0-9]+)";
    private static final String GRAMMAR = ROOT + "(?:/(?!" + GIT_NAMES + "(?:/|$))" + TargetPath.PART + ")+";
    private static final Pattern PATTERN = Pattern.compile(Names.inOneGo(GRAMMAR));

    /** What the file systems of Macs drop from a name: there, {@code .g\u200cit} is {@code .git}. */
    private static final Pattern DROPPED_BY_MACS =
            Pattern.compile("[\\u200c-\\u200f\\u202a-\\u202e\\u206a-\\u206f\\ufeff]");

    private static final Pattern GIT_NAME = Pattern.compile(GIT_NAMES);
    private static final int LONGEST = 4200;
    public static final Shape<TwinPath> SHAPE = Shape.text("^" + GRAMMAR + "$", TwinPath::new, TwinPath::text);

    public TwinPath {
        boolean plain = text.startsWith(ROOT) && Names.arePlain(text, ROOT.length());
        if (text.length() > LONGEST || !plain && !isInGrammar(text)) {
            throw new IllegalArgumentException(Names.quoted(text)
                    + " is not a path of wished content: it must begin with filesystem/, have no empty part, no . or ..,"
                    + " no control character, and no name that Git takes for its own");
        }
    }

    static boolean isInGrammar(String text) {
        return text.length() <= LONGEST
                && PATTERN.matcher(text).matches()
                && !isAnotherOnMacs(text)
                && !Names.areBroken(text);
    }

    private static boolean isAnotherOnMacs(String text) {
        var there = onMacs(text);
        return !there.equals(text) && !PATTERN.matcher(there).matches();
    }

    private static String onMacs(String text) {
        return DROPPED_BY_MACS.matcher(text).replaceAll("");
    }

    /** Where the content of a file is kept unless the owner says otherwise: {@code filesystem} and its own path. */
    public static TwinPath mirrorOf(TargetPath path) {
        return new TwinPath(ROOT
                + Arrays.stream(path.text().substring(1).split("/"))
                        .map(TwinPath::disguised)
                        .collect(Collectors.joining("/", "/", "")));
    }

    /**
     * {@code .gitignore} in the mirror would be obeyed there; {@code %.gitignore} is not. A file that is really called so has one
     * more, for no two files may have one mirror.
     */
    private static String disguised(String part) {
        var onMacs = onMacs(part).replaceFirst("^%+", "");
        return GIT_NAME.matcher(onMacs).matches() || onMacs.matches("\\.{0,2}") ? "%" + part : part;
    }

    /** In words. @param written the digest that the content is to have; empty: any */
    public void refuseUnlessWritten(Digest found, Optional<Digest> written) {
        if (written.isPresent() && !written.get().equals(found)) {
            throw new IllegalArgumentException("the content of " + text + " is " + found + ", but its line says "
                    + written.get() + "; bring that content back, or write the digest of this one if it is meant");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
